import assert from "node:assert/strict";
import { join } from "node:path";
import { explained } from "@lib/pipeline/files/explained_write.ts";
import {
  requireWritable,
  writeFile,
  writeFolder,
} from "@lib/pipeline/files/write_folder.ts";
import { inTemp, namesIn } from "../../../support/temp_folder.ts";

Deno.test("writeFolder() writes files in folders of their own", () =>
  inTemp(async (dir) => {
    await writeFolder(join(dir, "run"), {
      "a.txt": "a",
      "figures/b.bin": Uint8Array.of(1, 2),
    });
    assert.equal(await Deno.readTextFile(join(dir, "run", "a.txt")), "a");
    assert.deepEqual(
      await Deno.readFile(join(dir, "run", "figures", "b.bin")),
      Uint8Array.of(1, 2),
    );
  }));

Deno.test("writeFolder() tells what is written last of all other files, pieces too", () =>
  inTemp(async (dir) => {
    await writeFolder(join(dir, "run"), {
      "figures/a.txt": "ü",
      "b.bin": (write) => [1, 2].forEach((one) => write(Uint8Array.of(one))),
    }, { last: (files) => ({ "files.json": JSON.stringify(files) }) });
    const text = await Deno.readTextFile(join(dir, "run/files.json"));
    assert.deepEqual(JSON.parse(text), [
      {
        path: "figures/a.txt",
        // printf ü | sha256sum; printf '\1\2' | sha256sum
        sha256:
          "607474ca475a9724d7360aba71a56d5df77e61350e3f724cfa1f46e857e2d85f",
        bytes: 2,
      },
      {
        path: "b.bin",
        sha256:
          "a12871fee210fb8619291eaea194581cbd2531e4b23759d225f6806923f63222",
        bytes: 2,
      },
    ]);
  }));

Deno.test("writeFolder() replaces all of an older folder and leaves nothing beside", () =>
  inTemp(async (dir) => {
    await writeFolder(join(dir, "run"), { "old.txt": "old" });
    await writeFolder(join(dir, "run"), { "new.txt": "new" });
    assert.deepEqual(await namesIn(join(dir, "run")), ["new.txt"]);
    assert.deepEqual(await namesIn(dir), ["run"]);
  }));

Deno.test("writeFolder() keeps the older folder where the new one cannot be written", () =>
  inTemp(async (dir) => {
    await writeFolder(join(dir, "run"), { "old.txt": "old" });
    // A file cannot be a folder at the same time.
    await assert.rejects(
      writeFolder(join(dir, "run"), { "x": "1", "x/y": "2" }),
    );
    assert.deepEqual(await namesIn(join(dir, "run")), ["old.txt"]);
    assert.deepEqual(await namesIn(dir), ["run"]);
  }));

Deno.test("writeFile() replaces a file in one step", () =>
  inTemp(async (dir) => {
    await writeFile(join(dir, "current"), "a");
    await writeFile(join(dir, "current"), "b");
    assert.equal(await Deno.readTextFile(join(dir, "current")), "b");
    assert.deepEqual(await namesIn(dir), ["current"]);
  }));

Deno.test("writeFolder() puts back what a killed writer had moved aside, and sweeps the rest", () =>
  inTemp(async (dir) => {
    const old = join(dir, "run.tmp", "0123abcd.old");
    await Deno.mkdir(old, { recursive: true });
    await Deno.writeTextFile(join(old, "old.txt"), "old");
    await Deno.mkdir(join(dir, "run.tmp", "4567cdef"));
    await Deno.utime(join(dir, "run.tmp", "4567cdef"), 1, 1);
    await assert.rejects(
      writeFolder(join(dir, "run"), { "x": "1", "x/y": "2" }),
    );
    assert.deepEqual(await namesIn(join(dir, "run")), ["old.txt"]);
    assert.deepEqual(await namesIn(dir), ["run"]);
  }));

Deno.test("writeFolder() leaves a file alone that has the staging folder's name", () =>
  inTemp(async (dir) => {
    await Deno.writeTextFile(join(dir, "run.tmp"), "mine");
    await assert.rejects(
      writeFolder(join(dir, "run"), { "a.txt": "a" }),
      /^InputError: Cannot write .*run: what it lies in must be a folder, got "ENOTDIR"/,
    );
    assert.equal(await Deno.readTextFile(join(dir, "run.tmp")), "mine");
  }));

Deno.test("writeFolder() takes a file piece by piece", () =>
  inTemp(async (dir) => {
    await writeFolder(join(dir, "run"), {
      "a.txt": (write) => {
        for (const piece of ["one ", "", "two"]) {
          write(new TextEncoder().encode(piece));
        }
      },
    });
    assert.equal(await Deno.readTextFile(join(dir, "run", "a.txt")), "one two");
  }));

Deno.test("writeFolder() leaves nothing where a file fails between two pieces", () =>
  inTemp(async (dir) => {
    const fails = writeFolder(join(dir, "run"), {
      "a.txt": (write) => {
        write(Uint8Array.of(1));
        throw new RangeError("no more");
      },
    });
    await assert.rejects(fails, /no more/);
    assert.deepEqual(await namesIn(dir), []);
  }));

Deno.test("writeFile() writes one of the contents where many write at a time", () =>
  inTemp(async (dir) => {
    const place = join(dir, "current");
    for (let round = 0; round < 10; round++) {
      await Promise.all(
        Array.from({ length: 20 }, (_, i) => writeFile(place, `${i}`)),
      );
    }
    assert.match(await Deno.readTextFile(place), /^\d+$/);
    assert.deepEqual(await namesIn(dir), ["current"]);
  }));

Deno.test("writeFolder() leaves another writer's staging alone", () =>
  inTemp(async (dir) => {
    await Deno.mkdir(join(dir, "run.tmp", "89abcdef"), { recursive: true });
    await writeFolder(join(dir, "run"), { "a.txt": "a" });
    assert.deepEqual(await namesIn(join(dir, "run.tmp")), ["89abcdef"]);
  }));

Deno.test("writeFolder() leaves no folder for what it could not write", () =>
  inTemp(async (dir) => {
    await assert.rejects(
      writeFolder(join(dir, "web", "versions", "1"), { "x": "1", "x/y": "2" }),
    );
    assert.deepEqual(await namesIn(dir), []);
  }));

Deno.test("requireWritable() leaves no folder behind that it had to make", () =>
  inTemp(async (dir) => {
    await requireWritable(join(dir, "a", "b", "run"));
    assert.deepEqual(await namesIn(dir), []);
    await Deno.mkdir(join(dir, "kept"));
    await requireWritable(join(dir, "kept", "run"));
    assert.deepEqual(await namesIn(dir), ["kept"]);
  }));

Deno.test("requireWritable() refuses a place below a file", () =>
  inTemp(async (dir) => {
    await Deno.writeTextFile(join(dir, "thesis.txt"), "years");
    await assert.rejects(
      requireWritable(join(dir, "thesis.txt", "run")),
      /what it lies in must be a folder/,
    );
  }));

Deno.test("explained() says what the system refused, and lets defects through", async () => {
  const refuse = (error: Error) => () => Promise.reject(error);
  const system = (code: string) => Object.assign(new Error("os"), { code });
  for (
    const [code, says] of [
      [
        "ENOSPC",
        /^InputError: Cannot write \/a: its disk must have space left/,
      ],
      ["EROFS", /its disk must be writable, .*read-only/],
      ["EACCES", /you must have the right to write there/],
      ["EIO", /it must be a place to write to, got "EIO"/],
    ] as const
  ) {
    await assert.rejects(explained("/a", refuse(system(code))), says);
  }
  const defect = new TypeError("ours");
  await assert.rejects(explained("/a", refuse(defect)), defect);
});

/** Makes something look as if it was left behind a while ago. */
async function leave(path: string): Promise<void> {
  await Deno.mkdir(path, { recursive: true });
  const then = new Date(Date.now() - 5000);
  await Deno.utime(path, then, then);
}

Deno.test("the next one to write removes what one who was killed left beside", () =>
  inTemp(async (dir) => {
    await leave(join(dir, "run.tmp/0123abcd"));
    await writeFolder(join(dir, "run"), { "a.txt": "a" });
    assert.deepEqual(await namesIn(dir), ["run"]);
    await leave(join(dir, "current.tmp/0123abcd"));
    await writeFile(join(dir, "current"), "a");
    assert.deepEqual(await namesIn(dir), ["current", "run"]);
    await leave(join(dir, "models.tmp/0123abcd"));
    await requireWritable(join(dir, "models"));
    assert.deepEqual(await namesIn(dir), ["current", "run"]);
  }));

Deno.test("writeFolder() puts the older folder back before it looks at it", () =>
  inTemp(async (dir) => {
    await leave(join(dir, "run.tmp/0123abcd.old"));
    await assert.rejects(
      writeFolder(join(dir, "run"), { "x": "1", "x/y": "2" }),
    );
    assert.deepEqual(await namesIn(dir), ["run"]);
  }));

Deno.test("writeFolder() gives a whole folder to several who write it at once", () =>
  inTemp(async (dir) => {
    const of = (text: string) =>
      Object.fromEntries(["a", "b", "c"].map((name) => [name, text]));
    await Promise.all(["1", "2", "3", "4"].map(async (text) => {
      for (let i = 0; i < 8; i++) await writeFolder(join(dir, "run"), of(text));
    }));
    assert.deepEqual(await namesIn(dir), ["run"]);
    const texts = await Promise.all(
      ["a", "b", "c"].map((name) => Deno.readTextFile(join(dir, "run", name))),
    );
    assert.equal(new Set(texts).size, 1);
  }));

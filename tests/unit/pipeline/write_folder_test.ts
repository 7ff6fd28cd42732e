import assert from "node:assert/strict";
import { join } from "node:path";
import {
  requireWritable,
  writeFile,
  writeFolder,
} from "@lib/pipeline/write_folder.ts";

async function inTemp(work: (dir: string) => Promise<void>): Promise<void> {
  const dir = await Deno.makeTempDir();
  try {
    await work(dir);
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
}

const names = async (dir: string) =>
  (await Array.fromAsync(Deno.readDir(dir))).map(({ name }) => name).sort();

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

Deno.test("writeFolder() replaces all of an older folder and leaves nothing beside", () =>
  inTemp(async (dir) => {
    await writeFolder(join(dir, "run"), { "old.txt": "old" });
    await writeFolder(join(dir, "run"), { "new.txt": "new" });
    assert.deepEqual(await names(join(dir, "run")), ["new.txt"]);
    assert.deepEqual(await names(dir), ["run"]);
  }));

Deno.test("writeFolder() keeps the older folder where the new one cannot be written", () =>
  inTemp(async (dir) => {
    await writeFolder(join(dir, "run"), { "old.txt": "old" });
    // A file cannot be a folder at the same time.
    await assert.rejects(
      writeFolder(join(dir, "run"), { "x": "1", "x/y": "2" }),
    );
    assert.deepEqual(await names(join(dir, "run")), ["old.txt"]);
    assert.deepEqual(await names(dir), ["run"]);
  }));

Deno.test("writeFile() replaces a file in one step", () =>
  inTemp(async (dir) => {
    await writeFile(join(dir, "current"), "a");
    await writeFile(join(dir, "current"), "b");
    assert.equal(await Deno.readTextFile(join(dir, "current")), "b");
    assert.deepEqual(await names(dir), ["current"]);
  }));

/** Makes something look as if it was left behind a while ago. */
async function leave(path: string): Promise<void> {
  await Deno.mkdir(path);
  const then = new Date(Date.now() - 5000);
  await Deno.utime(path, then, then);
}

Deno.test("the next one to write removes what one who was killed left beside", () =>
  inTemp(async (dir) => {
    await leave(join(dir, "run.0123abcd.tmp"));
    await writeFolder(join(dir, "run"), { "a.txt": "a" });
    assert.deepEqual(await names(dir), ["run"]);
    await leave(join(dir, "current.0123abcd.tmp"));
    await writeFile(join(dir, "current"), "a");
    assert.deepEqual(await names(dir), ["current", "run"]);
    await leave(join(dir, "models.0123abcd.tmp"));
    await requireWritable(join(dir, "models"));
    assert.deepEqual(await names(dir), ["current", "run"]);
  }));

Deno.test("writeFolder() puts the older folder back before it looks at it", () =>
  inTemp(async (dir) => {
    await leave(join(dir, "run.0123abcd.tmp.old"));
    await assert.rejects(
      writeFolder(join(dir, "run"), { "x": "1", "x/y": "2" }),
    );
    assert.deepEqual(await names(dir), ["run"]);
  }));

Deno.test("writeFolder() gives a whole folder to several who write it at once", () =>
  inTemp(async (dir) => {
    const of = (text: string) =>
      Object.fromEntries(["a", "b", "c"].map((name) => [name, text]));
    await Promise.all(["1", "2", "3", "4"].map(async (text) => {
      for (let i = 0; i < 8; i++) await writeFolder(join(dir, "run"), of(text));
    }));
    assert.deepEqual(await names(dir), ["run"]);
    const texts = await Promise.all(
      ["a", "b", "c"].map((name) => Deno.readTextFile(join(dir, "run", name))),
    );
    assert.equal(new Set(texts).size, 1);
  }));

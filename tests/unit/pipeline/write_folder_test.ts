import assert from "node:assert/strict";
import { join } from "node:path";
import { writeFile, writeFolder } from "@lib/pipeline/write_folder.ts";

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

import assert from "node:assert/strict";
import { join } from "node:path";
import { makeFolder } from "../../../../tools/notebooks/make_folder.ts";

Deno.test("makeFolder() makes all of a path, and says where it cannot", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const deep = join(folder, "a", "b");
    await makeFolder(deep);
    await makeFolder(deep);
    assert.ok((await Deno.stat(deep)).isDirectory);
    const file = join(folder, "file");
    await Deno.writeTextFile(file, "");
    for (const path of [file, join(file, "below")]) {
      await assert.rejects(makeFolder(path), {
        name: "InputError",
        message:
          `Cannot write to ${path}: it must be a folder, or one that can be made; give another --out`,
      });
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

import assert from "node:assert/strict";
import { join } from "node:path";
import { tidyModel } from "@lib/pipeline/store/tidy_model.ts";

async function inStore(
  files: readonly string[],
  work: (store: string) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const store = await Deno.makeTempDir();
  try {
    for (const file of files) {
      const path = join(store, "web", file);
      await Deno.mkdir(join(path, ".."), { recursive: true });
      await Deno.writeTextFile(path, "x");
      const then = new Date(Date.now() - 5000);
      await Deno.utime(path, then, then);
      await Deno.utime(join(path, ".."), then, then);
    }
    return await work(store);
  } finally {
    await Deno.remove(store, { recursive: true });
  }
}

const id = { name: "web", version: "abc123" };

async function tidied(store: string): Promise<readonly string[]> {
  await tidyModel(store, id);
  const paths: string[] = [];
  const walk = async (folder: string) => {
    for await (const entry of Deno.readDir(join(store, folder))) {
      const path = join(folder, entry.name);
      paths.push(path);
      if (entry.isDirectory) await walk(path);
    }
  };
  await walk("web");
  return paths.sort();
}

Deno.test("tidyModel() removes the version's checkpoint and all debris", async () => {
  const left = await inStore([
    "current",
    "current.tmp/0123abcd",
    "versions/abc123/manifest.json",
    "versions/def456.tmp/0123abcd/manifest.json",
    "checkpoints/abc123.bin",
    "checkpoints/abc123.bin.tmp/0123abcd",
  ], tidied);
  assert.deepEqual(left, [
    "web/current",
    "web/versions",
    "web/versions/abc123",
    "web/versions/abc123/manifest.json",
  ]);
});

Deno.test("tidyModel() keeps other versions' checkpoints: somebody may be training them", async () => {
  const files = ["checkpoints/abc123.bin", "checkpoints/def456.bin"];
  const left = await inStore(files, tidied);
  assert.deepEqual(left, ["web/checkpoints", "web/checkpoints/def456.bin"]);
});

import assert from "node:assert/strict";
import { join } from "node:path";
import { makeCurrent, readPointer } from "@lib/pipeline/store/pointer.ts";

async function inModel(work: (store: string, folder: string) => Promise<void>) {
  const store = await Deno.makeTempDir();
  const folder = join(store, "web");
  await Deno.mkdir(folder);
  await work(store, folder).finally(() =>
    Deno.remove(store, { recursive: true })
  );
}

Deno.test("makeCurrent() remembers which versions were in use before, the latest first", () =>
  inModel(async (store, folder) => {
    assert.equal(await readPointer(folder), null);
    for (const version of ["one", "two", "two", "three", "one"]) {
      await makeCurrent(store, { name: "web", version });
    }
    assert.deepEqual(await readPointer(folder), {
      current: "one",
      before: ["three", "two", "one"],
    });
    assert.equal(
      await Deno.readTextFile(join(folder, "current")),
      "one\nthree\ntwo\none\n",
    );
  }));

Deno.test("makeCurrent() remembers a hundred versions and no more", () =>
  inModel(async (store, folder) => {
    for (let v = 0; v < 130; v++) {
      await makeCurrent(store, { name: "web", version: `v${v}` });
    }
    const { current, before } = await readPointer(folder) ?? { before: [] };
    assert.deepEqual([current, before.length, before[0], before.at(-1)], [
      ...["v129", 100, "v128", "v29"],
    ]);
  }));

Deno.test("readPointer() reads what earlier versions of whenwhy wrote, and passes over lines that name none", () =>
  inModel(async (store, folder) => {
    await Deno.writeTextFile(join(folder, "current"), "abc123\n");
    assert.deepEqual(await readPointer(folder), {
      current: "abc123",
      before: [],
    });
    await Deno.writeTextFile(join(folder, "current"), "a b\n../up\n\nold\n");
    const damaged = await readPointer(folder);
    assert.deepEqual(damaged, { current: "a b", before: ["old"] });
    // What names no version is not remembered as one.
    await makeCurrent(store, { name: "web", version: "new" });
    assert.deepEqual(await readPointer(folder), {
      current: "new",
      before: ["old"],
    });
  }));

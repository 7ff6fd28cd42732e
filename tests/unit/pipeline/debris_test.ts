import assert from "node:assert/strict";
import { join } from "node:path";
import { lockBeside, putBack, sweepDebris } from "@lib/pipeline/debris.ts";

/** Makes files and folders (their names end in `/`) that are an age old, in s. */
async function inFolder(
  things: Readonly<Record<string, number>>,
  work: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    for (const [name, age] of Object.entries(things)) {
      const path = join(folder, name);
      if (name.endsWith("/")) await Deno.mkdir(path);
      else await Deno.writeTextFile(path, name);
      const then = new Date(Date.now() - age * 1000);
      await Deno.utime(path, then, then);
    }
    await work(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const names = async (folder: string) =>
  (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name).sort();

Deno.test("sweepDebris() removes what was left beside a place, and nothing else", () =>
  inFolder({
    "run/": 9,
    "run.0123abcd.tmp/": 9,
    "run.89abcdef.tmp": 9,
    "run.89abcdef.tmp.old/": 9,
    "run2.0123abcd.tmp/": 9,
    "run.tmp": 9,
    "run.0123abcd.tmp.txt": 9,
  }, async (folder) => {
    await sweepDebris(folder, join(folder, "run"));
    assert.deepEqual(await names(folder), [
      "run",
      "run.0123abcd.tmp.txt",
      "run.tmp",
      "run2.0123abcd.tmp",
    ]);
    await sweepDebris(folder);
    assert.deepEqual(
      await names(folder),
      ["run", "run.0123abcd.tmp.txt", "run.tmp"],
    );
  }));

Deno.test("sweepDebris() leaves what a living writer has locked", () =>
  inFolder(
    { "run.0123abcd.tmp/": 9, "current.0123abcd.tmp": 9 },
    async (folder) => {
      const locks = await Promise.all(
        (await names(folder)).map((name) => lockBeside(join(folder, name))),
      );
      await sweepDebris(folder);
      assert.equal((await names(folder)).length, 2);
      locks.forEach((lock) => lock?.[Symbol.dispose]());
      await sweepDebris(folder);
      assert.deepEqual(await names(folder), []);
    },
  ));

Deno.test("sweepDebris() leaves what was just made: its lock may be on the way", () =>
  inFolder({ "run.0123abcd.tmp/": 0 }, async (folder) => {
    await sweepDebris(folder);
    assert.equal((await names(folder)).length, 1);
  }));

Deno.test("sweepDebris() takes a missing folder", () =>
  sweepDebris("no such folder"));

Deno.test("putBack() brings back the folder that stood aside", () =>
  inFolder(
    { "run.0123abcd.tmp.old/": 0, "run.0123abcd.tmp/": 0 },
    async (folder) => {
      await putBack(join(folder, "run"));
      assert.deepEqual(await names(folder), ["run", "run.0123abcd.tmp"]);
    },
  ));

Deno.test("putBack() leaves aside what its living writer is about to replace", () =>
  inFolder(
    { "run.0123abcd.tmp.old/": 9, "run.0123abcd.tmp/": 9 },
    async (folder) => {
      using _lock = await lockBeside(join(folder, "run.0123abcd.tmp"));
      await putBack(join(folder, "run"));
      assert.equal((await names(folder)).includes("run"), false);
    },
  ));

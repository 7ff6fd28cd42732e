import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import {
  lockBeside,
  putBack,
  sweepDebris,
} from "@lib/pipeline/files/debris.ts";

/** Makes files and folders (their names end in `/`) that are an age old, in s. */
async function inFolder(
  things: Readonly<Record<string, number>>,
  work: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    for (const [name, age] of Object.entries(things)) {
      const path = join(folder, name);
      await Deno.mkdir(dirname(path), { recursive: true });
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

/** All files and empty folders below a folder. */
async function names(folder: string, inside = ""): Promise<string[]> {
  const entries = await Array.fromAsync(Deno.readDir(join(folder, inside)));
  const below = await Promise.all(entries.map(async (entry) => {
    const path = join(inside, entry.name);
    const within = entry.isDirectory ? await names(folder, path) : [];
    return within.length > 0 ? within : [path];
  }));
  return below.flat().sort();
}

Deno.test("sweepDebris() removes what was left of a place, and nothing else", () =>
  inFolder({
    "run/": 9,
    "run.tmp/0123abcd/": 9,
    "run.tmp/89abcdef": 9,
    "run.tmp/89abcdef.old/": 9,
    "run2.tmp/0123abcd/": 9,
    "mine.tmp": 9,
    "run.tmp/notes.txt": 9,
  }, async (folder) => {
    await sweepDebris(folder, join(folder, "run"));
    assert.deepEqual(await names(folder), [
      "mine.tmp",
      "run",
      "run.tmp/notes.txt",
      "run2.tmp/0123abcd",
    ]);
    await sweepDebris(folder);
    assert.deepEqual(
      await names(folder),
      ["mine.tmp", "run", "run.tmp/notes.txt"],
    );
  }));

Deno.test("sweepDebris() leaves what a living writer has locked", () =>
  inFolder(
    { "run.tmp/0123abcd/": 9, "current.tmp/0123abcd": 9 },
    async (folder) => {
      const staged = await names(folder);
      const locks = await Promise.all(
        staged.map((name) => lockBeside(join(folder, name))),
      );
      await sweepDebris(folder);
      assert.deepEqual(await names(folder), staged);
      locks.forEach((lock) => lock?.[Symbol.dispose]());
      await sweepDebris(folder);
      assert.deepEqual(await names(folder), []);
    },
  ));

Deno.test("sweepDebris() leaves what was just made: its lock may be on the way", () =>
  inFolder({ "run.tmp/0123abcd/": 0 }, async (folder) => {
    await sweepDebris(folder);
    assert.deepEqual(await names(folder), ["run.tmp/0123abcd"]);
  }));

Deno.test("sweepDebris() leaves for an hour what it cannot look at", () =>
  inFolder({ "run.tmp/": 9 }, async (folder) => {
    // A socket cannot be opened, so nobody can tell whether it is locked.
    const path = join(folder, "run.tmp/0123abcd");
    using _listener = Deno.listen({ transport: "unix", path });
    for (const [minutes, left] of [[50, [path]], [70, []]] as const) {
      const then = new Date(Date.now() - minutes * 60_000);
      await Deno.utime(path, then, then);
      await sweepDebris(folder);
      assert.deepEqual(
        (await names(folder)).map((name) => join(folder, name)),
        left,
      );
    }
  }));

Deno.test("sweepDebris() takes a missing folder", () =>
  sweepDebris("no such folder"));

Deno.test("putBack() brings back the folder that stood aside", () =>
  inFolder(
    { "run.tmp/0123abcd.old/": 0, "run.tmp/0123abcd/": 0 },
    async (folder) => {
      await putBack(join(folder, "run"));
      assert.deepEqual(await names(folder), ["run", "run.tmp/0123abcd"]);
    },
  ));

Deno.test("putBack() leaves aside what its living writer is about to replace", () =>
  inFolder(
    { "run.tmp/0123abcd.old/": 9, "run.tmp/0123abcd/": 9 },
    async (folder) => {
      using _lock = await lockBeside(join(folder, "run.tmp/0123abcd"));
      await putBack(join(folder, "run"));
      assert.equal((await names(folder)).includes("run"), false);
    },
  ));

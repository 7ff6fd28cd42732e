import assert from "node:assert/strict";
import { join } from "node:path";
import { exists, sweepDebris } from "@lib/pipeline/files/debris.ts";
import { writeFile, writeFolder } from "@lib/pipeline/files/write_folder.ts";
import { inTemp, namesIn } from "../../../support/temp_folder.ts";

/** Takes so long to write that others come between. */
const LONG_BYTES = 2 ** 26;

/** So do these, in seven folders. */
const MANY = Object.fromEntries(
  Array.from({ length: 300 }, (_, i) => [`${i % 7}/${i}.txt`, `${i}`]),
);

/** Does something with all that is staged for a place, until a work has ended. */
async function meanwhile<T>(
  work: Promise<T>,
  { place, disturb }: {
    readonly place: string;
    readonly disturb: (staged: string) => Promise<void>;
  },
): Promise<T> {
  let goesOn = true;
  const ended = work.finally(() => goesOn = false);
  const disturbed = (async () => {
    while (goesOn) {
      const staged = await namesIn(`${place}.tmp`).catch(() => []);
      for (const name of staged) {
        await disturb(join(`${place}.tmp`, name)).catch(() => {});
      }
      await new Promise((done) => setTimeout(done, 1));
    }
  })();
  await Promise.allSettled([ended, disturbed]);
  return await ended;
}

/** Makes a writer that has begun look slow, and sweeps as another one does. */
const sweepAsOld = (dir: string) => async (staged: string) => {
  const { isFile, size } = await Deno.stat(staged);
  const hasBegun = isFile ? size > 0 : await exists(join(staged, "0", "0.txt"));
  if (!hasBegun) return;
  await Deno.utime(staged, 1, 1);
  await sweepDebris(dir);
};

Deno.test("writeFolder() that takes long loses nothing to one who sweeps", () =>
  inTemp(async (dir) => {
    const place = join(dir, "run");
    const disturb = sweepAsOld(dir);
    await meanwhile(writeFolder(place, MANY), { place, disturb });
    for (const [path, text] of Object.entries(MANY)) {
      assert.equal(await Deno.readTextFile(join(place, path)), text);
    }
  }));

Deno.test("writeFolder() puts no part in place where the rest was removed", () =>
  inTemp(async (dir) => {
    const place = join(dir, "run");
    let removed = 0;
    const disturb = async (staged: string) => {
      if (removed > 0 || !(await exists(join(staged, "2/100.txt")))) return;
      removed++;
      await Deno.rename(staged, join(dir, "gone"));
    };
    await meanwhile(writeFolder(place, MANY), { place, disturb });
    assert.equal(removed, 1);
    for (const [path, text] of Object.entries(MANY)) {
      assert.equal(await Deno.readTextFile(join(place, path)), text);
    }
  }));

Deno.test("writeFile() that takes long loses nothing to one who sweeps", () =>
  inTemp(async (dir) => {
    const place = join(dir, "current");
    const disturb = sweepAsOld(dir);
    const content = new Uint8Array(LONG_BYTES);
    await meanwhile(writeFile(place, content), { place, disturb });
    assert.equal((await Deno.stat(place)).size, LONG_BYTES);
  }));

Deno.test("writeFile() begins again once where what it wrote was swept", () =>
  inTemp(async (dir) => {
    const place = join(dir, "current");
    let swept = 0;
    const disturb = async (staged: string) => {
      if (swept++ === 0) await Deno.remove(staged);
    };
    const content = new Uint8Array(LONG_BYTES);
    await meanwhile(writeFile(place, content), { place, disturb });
    assert.ok(swept > 0);
    assert.equal((await Deno.stat(place)).size, LONG_BYTES);
    assert.deepEqual(await namesIn(dir), ["current"]);
  }));

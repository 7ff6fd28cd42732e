import { rmdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { explained } from "@lib/pipeline/explained_write.ts";

/** Files of a folder by their path inside it. */
export type FolderFiles = Readonly<Record<string, string | Uint8Array>>;

/**
 * Gives where something is written before it is moved to its place: beside it,
 * so on the same disk. It is gone when the place is taken.
 *
 * @param place An absolute path of a file or folder.
 * @returns The staging folder, such as `/srv/run.tmp` for `/srv/run`.
 *
 * @example Usage
 * ```ts
 * import { stagingOf } from "@lib/pipeline/write_folder.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(stagingOf("/srv/run"), "/srv/run.tmp");
 * ```
 */
export function stagingOf(place: string): string {
  return `${place}.tmp`;
}

/**
 * Writes a folder so that a reader sees either all of it or nothing: into its
 * staging folder first, each file flushed to the disk, then renamed. A folder
 * that is there already is replaced.
 *
 * What a writer that was killed left behind is swept, and an old folder that
 * stood aside when it was killed is put back first.
 *
 * @param place Where the folder shall be.
 * @param files Its files.
 * @throws {InputError} If it cannot be written there.
 */
export async function writeFolder(
  place: string,
  files: FolderFiles,
): Promise<void> {
  const folder = resolve(place);
  await explained(folder, async () => {
    await repair(folder);
    await staged(folder, async (beside) => {
      for (const [path, content] of Object.entries(files)) {
        await writeFlushed(join(beside, path), content);
      }
      await replace(beside, folder);
    });
  });
}

/**
 * Writes one file into its staging folder, flushes it and renames it.
 *
 * @param place Where the file shall be.
 * @param content Its content.
 * @throws {InputError} If it cannot be written there.
 */
export async function writeFile(
  place: string,
  content: string | Uint8Array,
): Promise<void> {
  const path = resolve(place);
  await explained(path, () =>
    staged(path, async (beside) => {
      await writeFlushed(beside, content);
      await Deno.rename(beside, path);
    }));
}

/**
 * Refuses a place that cannot be written to, before long work whose result would
 * be lost. Leaves nothing behind.
 *
 * @param place A file or folder that shall be written.
 * @throws {InputError} If it cannot be.
 */
export async function requireWritable(place: string): Promise<void> {
  const path = resolve(place);
  await explained(path, () =>
    staged(path, async (beside) => {
      await Deno.mkdir(beside, { recursive: true });
    }));
}

/**
 * Gives the work a name in the staging folder; leaves neither behind, nor a
 * folder that was made for what did not come.
 */
async function staged(
  place: string,
  work: (beside: string) => Promise<void>,
): Promise<void> {
  const made: string[] = [];
  let above = dirname(place);
  while (await isMissing(above)) {
    made.push(above);
    above = dirname(above);
  }
  const staging = stagingOf(place);
  for (let tries = 3;; tries--) {
    const beside = join(staging, crypto.randomUUID().slice(0, 8));
    try {
      return await work(beside);
    } catch (error) {
      // Another writer of the same place may have swept the empty folder.
      if (!(error instanceof Deno.errors.NotFound) || tries === 0) throw error;
    } finally {
      await remove(beside);
      for (const folder of [staging, ...made]) await removeEmpty(folder);
    }
  }
}

async function writeFlushed(
  path: string,
  content: string | Uint8Array,
): Promise<void> {
  await Deno.mkdir(dirname(path), { recursive: true });
  const bytes = typeof content === "string"
    ? new TextEncoder().encode(content)
    : content;
  using file = await Deno.open(path, {
    write: true,
    create: true,
    truncate: true,
  });
  let written = 0;
  while (written < bytes.length) {
    written += await file.write(bytes.subarray(written));
  }
  await file.sync();
}

/** A folder that is not empty cannot be renamed over, so the old one steps aside first. */
async function replace(beside: string, folder: string): Promise<void> {
  const old = `${beside}.old`;
  const hadOld = await exists(folder);
  if (hadOld) await Deno.rename(folder, old);
  try {
    await Deno.rename(beside, folder);
  } catch (error) {
    if (hadOld) await Deno.rename(old, folder);
    throw error;
  }
  if (hadOld) await remove(old);
}

/** Nobody writes one folder for longer; what is older was left by one who died. */
const ABANDONED_MS = 3_600_000;

async function repair(folder: string): Promise<void> {
  const staging = stagingOf(folder);
  const left = await Array.fromAsync(Deno.readDir(staging)).catch(() => []);
  for (const { name } of left) {
    if (!/^[0-9a-f]{8}(\.old)?$/.test(name)) continue;
    const path = join(staging, name);
    if (name.endsWith(".old") && !(await exists(folder))) {
      await Deno.rename(path, folder);
      continue;
    }
    const info = await Deno.stat(path).catch(() => null);
    if (Date.now() - Number(info?.mtime ?? Date.now()) > ABANDONED_MS) {
      await remove(path);
    }
  }
}

async function remove(path: string): Promise<void> {
  // What cannot be removed must not hide what went wrong before.
  await Deno.remove(path, { recursive: true }).catch(() => {});
}

/** Another writer's things stay: a folder that holds some is not removed. */
async function removeEmpty(folder: string): Promise<void> {
  // Unlike Deno.remove it never takes a file: one of that name is somebody's.
  await rmdir(folder).catch(() => {});
}

async function exists(path: string): Promise<boolean> {
  return await Deno.lstat(path).then(() => true, () => false);
}

/** What may not be looked at is there: only what must be made may be. */
async function isMissing(path: string): Promise<boolean> {
  return await Deno.lstat(path).then(
    () => false,
    (error) => error instanceof Deno.errors.NotFound,
  );
}

import { rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Time between making something beside its place and locking it, and some. */
const UNLOCKED_MS = 1000;

/** What cannot be locked is taken to be left behind after this. */
const ABANDONED_MS = 3_600_000;

/** A name in a staging folder; `.old` is what stood at the place before. */
const STAGED = /^[0-9a-f]{8}(\.old)?$/;

/** How the name of a staging folder ends. */
const ENDING = ".tmp";

/**
 * Gives where something is written before it is moved to its place: beside it,
 * so on the same disk. It is gone when the place is taken.
 *
 * @param place An absolute path of a file or folder.
 * @returns The staging folder, such as `/srv/run.tmp` for `/srv/run`.
 *
 * @example Usage
 * ```ts
 * import { stagingOf } from "@lib/pipeline/files/debris.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(stagingOf("/srv/run"), "/srv/run.tmp");
 * ```
 */
export function stagingOf(place: string): string {
  return `${place}${ENDING}`;
}

/**
 * Tells whether a name is one of a staging folder.
 *
 * @param name Its name.
 * @returns Whether it is.
 */
export function isStaging(name: string): boolean {
  return name.endsWith(ENDING);
}

/**
 * Names a file or folder that is written, to be renamed to its place.
 *
 * @param place The final path.
 * @returns A path in its staging folder, new each time.
 */
export function besideName(place: string): string {
  return join(stagingOf(place), crypto.randomUUID().slice(0, 8));
}

/**
 * Locks what is being written, so that nobody takes it for left behind. The
 * system unlocks it when the process ends, however that happens.
 *
 * @param path A file or folder beside its place.
 * @returns To be closed when it is written; nothing where it cannot be locked.
 */
export async function lockBeside(path: string): Promise<Disposable | null> {
  const file = await Deno.open(path).catch(() => null);
  try {
    await file?.lock(true);
    return file;
  } catch {
    file?.close();
    return null;
  }
}

/**
 * Removes what writers that were killed left in a folder, and puts back what
 * stood aside when one was.
 *
 * @param folder Where they wrote; nothing happens where it is not there.
 * @param place The one place in it to look at; all of them without.
 */
export async function sweepDebris(
  folder: string,
  place?: string,
): Promise<void> {
  const places = place !== undefined ? [place] : (await entriesOf(folder))
    .filter(({ name, isDirectory }) => isDirectory && isStaging(name))
    .map(({ name }) => join(folder, name.slice(0, -ENDING.length)));
  for (const of of places) await sweepStaging(of);
}

async function sweepStaging(place: string): Promise<void> {
  const staging = stagingOf(place);
  const entries = await entriesOf(staging);
  for (const { name } of entries) {
    const [staged, old] = STAGED.exec(name) ?? [];
    if (staged === undefined) continue;
    const path = join(staging, name);
    if (old === undefined) {
      await removeLeft(path);
    } else if (!(await isWriting(path.slice(0, -old.length)))) {
      if (await exists(place)) await remove(path);
      else await Deno.rename(path, place).catch(() => {});
    }
  }
  if (entries.length > 0) await removeEmpty(staging);
}

async function entriesOf(folder: string): Promise<Deno.DirEntry[]> {
  return await Array.fromAsync(Deno.readDir(folder)).catch(() => []);
}

/**
 * Puts back the folder that stood aside when its writer was killed between two
 * renames, for one who wants to read it.
 *
 * @param place The folder.
 */
export async function putBack(place: string): Promise<void> {
  if (await exists(place)) return;
  await sweepDebris(dirname(place), place);
}

/**
 * Removes what nobody writes any more, nor is just about to. It is locked while
 * it goes: a writer that wakes up meanwhile waits and then finds nothing.
 */
async function removeLeft(path: string): Promise<void> {
  if (await ageOf(path) <= UNLOCKED_MS) return;
  using claim = await claimOf(path);
  if (!claim.isWriting) await remove(path);
}

/** Whether a living writer is at it. */
async function isWriting(path: string): Promise<boolean> {
  using claim = await claimOf(path);
  return claim.isWriting;
}

/** Tells whether a living writer is at it; none comes until this is closed. */
async function claimOf(
  path: string,
): Promise<Disposable & { readonly isWriting: boolean }> {
  const file = await Deno.open(path).catch(() => null);
  const close = () => file?.close();
  try {
    const isLocked = await file?.tryLock(true);
    if (isLocked !== undefined) {
      return { isWriting: !isLocked, [Symbol.dispose]: close };
    }
  } catch {
    // A folder cannot be opened everywhere, nor everything locked.
  }
  const isWriting = await exists(path) && await ageOf(path) < ABANDONED_MS;
  return { isWriting, [Symbol.dispose]: close };
}

async function ageOf(path: string): Promise<number> {
  const info = await Deno.stat(path).catch(() => null);
  return Date.now() - Number(info?.mtime ?? Date.now());
}

/**
 * Removes a file or folder; what cannot be removed must not hide what went wrong
 * before.
 *
 * @param path Anything, or nothing.
 */
export async function remove(path: string): Promise<void> {
  await Deno.remove(path, { recursive: true }).catch(() => {});
}

/**
 * Tells whether anything is at a path.
 *
 * @param path The path; a link is not followed.
 * @returns Whether there is.
 */
export async function exists(path: string): Promise<boolean> {
  return await Deno.lstat(path).then(() => true, () => false);
}

/**
 * Removes a folder where it is empty; another writer's things stay.
 *
 * @param folder The folder, or nothing.
 */
export async function removeEmpty(folder: string): Promise<void> {
  // Unlike Deno.remove it never takes a file: one of that name is somebody's.
  await rmdir(folder).catch(() => {});
}

/**
 * Tells whether nothing is at a path. What may not be looked at is there: only
 * what must be made may be.
 *
 * @param path The path; a link is not followed.
 * @returns Whether there is nothing.
 */
export async function isMissing(path: string): Promise<boolean> {
  return await Deno.lstat(path).then(
    () => false,
    (error) => error instanceof Deno.errors.NotFound,
  );
}

import { basename, dirname, join } from "node:path";

/** Time between making something beside its place and locking it, and some. */
const UNLOCKED_MS = 1000;

/** What cannot be locked is taken to be left behind after this. */
const ABANDONED_MS = 3_600_000;

/** The end of a name beside a place; `.old` is what stood there before. */
const ENDING = /\.[0-9a-f]{8}\.tmp(\.old)?$/;

/**
 * Names a file or folder that is written beside its place, to be renamed.
 *
 * @param place The final path.
 * @returns Another path in the same folder, new each time.
 */
export function besideName(place: string): string {
  return `${place}.${crypto.randomUUID().slice(0, 8)}.tmp`;
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
  const entries = await Array.fromAsync(Deno.readDir(folder)).catch(() => []);
  for (const { name } of entries) {
    const [ending, old] = ENDING.exec(name) ?? [];
    if (ending === undefined) continue;
    const of = join(folder, name.slice(0, -ending.length));
    if (place !== undefined && basename(of) !== basename(place)) continue;
    const path = join(folder, name);
    if (old === undefined) {
      if (await isLeft(path)) await remove(path);
    } else if (!(await isWriting(path.slice(0, -old.length)))) {
      if (await exists(of)) await remove(path);
      else await Deno.rename(path, of).catch(() => {});
    }
  }
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

/** Whether nobody writes it any more, nor is just about to. */
async function isLeft(path: string): Promise<boolean> {
  return await ageOf(path) > UNLOCKED_MS && !(await isWriting(path));
}

/** Whether a living writer is at it. */
async function isWriting(path: string): Promise<boolean> {
  try {
    using file = await Deno.open(path);
    return !(await file.tryLock(true));
  } catch {
    // A folder cannot be opened everywhere, nor everything locked.
    return await exists(path) && await ageOf(path) < ABANDONED_MS;
  }
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

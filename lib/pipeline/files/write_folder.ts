import { createHash } from "node:crypto";
import { dirname, join, resolve } from "node:path";
import {
  besideName,
  exists,
  isMissing,
  lockBeside,
  remove,
  removeEmpty,
  stagingOf,
  sweepDebris,
} from "./debris.ts";
import { explained } from "./explained_write.ts";
import type { FileRecord } from "../../report/report_input.ts";

/** What a file holds: text, bytes, or what gives its bytes piece by piece. */
export type FileContent =
  | string
  | Uint8Array
  | ((write: (piece: Uint8Array) => void) => void);

/** Files of a folder by their path inside it. */
export type FolderFiles = Readonly<Record<string, FileContent>>;

/** How a folder is written. */
export interface WriteFolderOptions {
  /**
   * Gives files that tell of the others, such as a list of their hashes; they are
   * written last.
   *
   * @default none
   */
  readonly last?: (written: readonly FileRecord[]) => FolderFiles;
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
 * @param options What is written last.
 * @throws {InputError} If it cannot be written there.
 */
export async function writeFolder(
  place: string,
  files: FolderFiles,
  { last = () => ({}) }: WriteFolderOptions = {},
): Promise<void> {
  const folder = resolve(place);
  await explained(folder, async () => {
    await sweepDebris(dirname(folder), folder);
    await staged(folder, async (beside) => {
      // None is made later: where all was swept before it was locked, or by
      // somebody else, no part of it must look like the whole.
      for (const path of ["", ...Object.keys(files)]) {
        await Deno.mkdir(join(beside, dirname(path)), { recursive: true });
      }
      using _lock = await lockBeside(beside);
      const written: FileRecord[] = [];
      for (const [path, content] of Object.entries(files)) {
        const hash = await writeFlushed(join(beside, path), content);
        written.push({ path: path.replaceAll("\\", "/"), ...hash });
      }
      for (const [path, content] of Object.entries(last(written))) {
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
  content: FileContent,
): Promise<void> {
  const path = resolve(place);
  await explained(path, async () => {
    await sweepDebris(dirname(path), path);
    await staged(path, async (beside) => {
      await Deno.mkdir(dirname(beside), { recursive: true });
      await writeFlushed(beside, content);
      await Deno.rename(beside, path);
    });
  });
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
  await explained(path, async () => {
    await sweepDebris(dirname(path), path);
    await staged(path, async (beside) => {
      await Deno.mkdir(beside, { recursive: true });
    });
  });
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
    const beside = besideName(place);
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
  content: FileContent,
): Promise<Pick<FileRecord, "sha256" | "bytes">> {
  using file = await Deno.open(path, {
    write: true,
    create: true,
    truncate: true,
  });
  // So that it is not taken for left behind; not every file system can.
  await file.lock(true).catch(() => {});
  const hash = createHash("sha256");
  let bytes = 0;
  const write = (piece: Uint8Array) => {
    hash.update(piece);
    bytes += piece.length;
    let written = 0;
    while (written < piece.length) {
      written += file.writeSync(piece.subarray(written));
    }
  };
  if (typeof content === "function") content(write);
  else {
    write(
      typeof content === "string" ? new TextEncoder().encode(content) : content,
    );
  }
  await file.sync();
  return { sha256: hash.digest("hex"), bytes };
}

/** A folder that is not empty cannot be renamed over, so the old one steps aside first. */
async function replace(beside: string, folder: string): Promise<void> {
  const old = `${beside}.old`;
  for (let tries = 3;; tries--) {
    try {
      if (await exists(folder)) await Deno.rename(folder, old);
      await Deno.rename(beside, folder);
      break;
    } catch (error) {
      if (await exists(folder)) await remove(old);
      else await Deno.rename(old, folder).catch(() => {});
      // Another writer of the same folder may have come between.
      if (tries === 0) throw error;
    }
  }
  await remove(old);
}

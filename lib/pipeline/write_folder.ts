import { basename, dirname, join, resolve } from "node:path";
import { InputError } from "@lib/errors.ts";
import {
  besideName,
  exists,
  lockBeside,
  remove,
  sweepDebris,
} from "@lib/pipeline/debris.ts";

/** Files of a folder by their path inside it. */
export type FolderFiles = Readonly<Record<string, string | Uint8Array>>;

/**
 * Writes a folder so that a reader sees either all of it or nothing: beside its
 * place first, each file flushed to the disk, then renamed. A folder that is
 * there already is replaced.
 *
 * What a writer that was killed left beside it is swept, and an old folder that
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
    await sweepDebris(dirname(folder), folder);
    const beside = besideName(folder);
    await Deno.mkdir(beside, { recursive: true });
    using _lock = await lockBeside(beside);
    try {
      for (const [path, content] of Object.entries(files)) {
        await writeFlushed(join(beside, path), content);
      }
      await replace(beside, folder);
    } finally {
      await remove(beside);
    }
  });
}

/**
 * Writes one file beside its place, flushes it and renames it.
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
  await explained(path, async () => {
    await sweepDebris(dirname(path), path);
    const beside = besideName(path);
    try {
      await writeFlushed(beside, content);
      await Deno.rename(beside, path);
    } finally {
      await remove(beside);
    }
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
    let above = dirname(path);
    while (!(await exists(above)) && dirname(above) !== above) {
      above = dirname(above);
    }
    await sweepDebris(above, path);
    const probe = join(above, basename(besideName(path)));
    try {
      await Deno.mkdir(probe);
    } finally {
      await remove(probe);
    }
  });
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
  // So that it is not taken for left behind; not every file system can.
  await file.lock(true).catch(() => {});
  let written = 0;
  while (written < bytes.length) {
    written += await file.write(bytes.subarray(written));
  }
  await file.sync();
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

/** Says what the system refused in one line, as something a person can mend. */
async function explained(
  path: string,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    const refused = "code" in cause || cause instanceof Deno.errors.NotCapable;
    if (!refused) throw cause;
    throw new InputError(`write ${path}`, "it must be a place to write to", {
      got: "code" in cause ? cause.code : cause.name,
      hint: "is there space, and the right to write?",
      cause,
    });
  }
}

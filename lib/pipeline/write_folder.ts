import { dirname, join } from "node:path";

/** Files of a folder by their path inside it. */
export type FolderFiles = Readonly<Record<string, string | Uint8Array>>;

/**
 * Writes a folder so that a reader sees either all of it or nothing: beside its
 * place first, each file flushed to the disk, then renamed. A folder that is
 * there already is replaced.
 *
 * @param folder Where the folder shall be.
 * @param files Its files.
 */
export async function writeFolder(
  folder: string,
  files: FolderFiles,
): Promise<void> {
  const beside = `${folder}.${crypto.randomUUID().slice(0, 8)}.tmp`;
  try {
    for (const [path, content] of Object.entries(files)) {
      await writeFlushed(join(beside, path), content);
    }
    await replace(beside, folder);
  } finally {
    await Deno.remove(beside, { recursive: true }).catch(ignoreMissing);
  }
}

/**
 * Writes one file beside its place, flushes it and renames it.
 *
 * @param path Where the file shall be.
 * @param content Its content.
 */
export async function writeFile(
  path: string,
  content: string | Uint8Array,
): Promise<void> {
  const beside = `${path}.${crypto.randomUUID().slice(0, 8)}.tmp`;
  try {
    await writeFlushed(beside, content);
    await Deno.rename(beside, path);
  } finally {
    await Deno.remove(beside).catch(ignoreMissing);
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
  const hadOld = await Deno.rename(folder, old).then(() => true, ignoreMissing);
  try {
    await Deno.rename(beside, folder);
  } catch (error) {
    if (hadOld) await Deno.rename(old, folder);
    throw error;
  }
  if (hadOld) await Deno.remove(old, { recursive: true });
}

function ignoreMissing(error: unknown): false {
  if (error instanceof Deno.errors.NotFound) return false;
  throw error;
}

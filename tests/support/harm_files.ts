import assert from "node:assert/strict";
import { dirname, join } from "node:path";

/**
 * Reads all files below a folder, to compare them or put them back.
 *
 * @param folder The folder.
 * @returns Their bytes by path.
 */
export async function contents(
  folder: string,
): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    const path = join(folder, name);
    if (isDirectory) {
      for (const file of await contents(path)) files.set(...file);
    } else files.set(path, await Deno.readFile(path));
  }
  return files;
}

/**
 * Does some harm to files, looks, and puts all of them back.
 *
 * @param folders The folders that they lie in.
 * @param look Does the harm, and looks.
 * @returns What was seen.
 */
export async function harmed<T>(
  folders: readonly string[],
  look: () => Promise<T>,
): Promise<T> {
  const kept = (await Promise.all(folders.map(contents)))
    .flatMap((files) => [...files]);
  try {
    return await look();
  } finally {
    for (const [path, bytes] of kept) {
      await Deno.mkdir(dirname(path), { recursive: true });
      await Deno.writeFile(path, bytes);
    }
  }
}

/**
 * Edits a text file by hand.
 *
 * @param path The file.
 * @param change Gives its new text, which must be another one.
 */
export async function editFile(
  path: string,
  change: (text: string) => string,
): Promise<void> {
  const text = await Deno.readTextFile(path);
  assert.notEqual(change(text), text, `nothing to change in ${path}`);
  await Deno.writeTextFile(path, change(text));
}

/**
 * Flips a bit in the middle of a file.
 *
 * @param path The file.
 */
export async function flip(path: string): Promise<void> {
  const bytes = await Deno.readFile(path);
  bytes[bytes.length >> 1]! ^= 1;
  await Deno.writeFile(path, bytes);
}

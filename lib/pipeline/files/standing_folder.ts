import { join } from "node:path";
import { stagingOf } from "./debris.ts";

/**
 * Finds a folder for one who may only read: where its writer was killed between
 * two renames, what stood there before stands aside whole.
 *
 * @param place Where the folder belongs.
 * @param file A file that it must hold.
 * @returns Where it stands; `null` if nowhere.
 */
export async function standingFolder(
  place: string,
  file: string,
): Promise<string | null> {
  if (await isThere(join(place, file))) return place;
  const staging = stagingOf(place);
  const entries = await Array.fromAsync(Deno.readDir(staging)).catch(() => []);
  for (const { name } of entries) {
    const aside = join(staging, name);
    if (name.endsWith(".old") && await isThere(join(aside, file))) return aside;
  }
  return null;
}

async function isThere(path: string): Promise<boolean> {
  return await Deno.stat(path).then(() => true, () => false);
}

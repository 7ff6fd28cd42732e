import { join } from "node:path";

/**
 * Gives all names and bytes below a folder as one text, to be searched.
 *
 * @param folder The folder.
 * @returns The text, bytes as Latin-1.
 */
export async function filesUnder(folder: string): Promise<string> {
  let all = "";
  for await (const { name, isFile } of Deno.readDir(folder)) {
    const path = join(folder, name);
    all += name +
      (isFile
        ? new TextDecoder("latin1").decode(await Deno.readFile(path))
        : await filesUnder(path));
  }
  return all;
}

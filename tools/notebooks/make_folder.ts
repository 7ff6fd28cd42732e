import { InputError } from "../../lib/errors.ts";

/**
 * Makes a folder for pages, with those above it, where it is not there.
 *
 * @param folder An absolute path.
 * @throws {InputError} If it cannot be made, or is a file.
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await Deno.mkdir(folder, { recursive: true });
  } catch (cause) {
    throw new InputError(
      `write to ${folder}`,
      "it must be a folder, or one that can be made",
      { hint: "give another --out", cause },
    );
  }
}

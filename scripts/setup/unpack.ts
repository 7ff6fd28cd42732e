import { runCommand } from "./command.ts";
import { AN_HOUR, Obstacle } from "./obstacle.ts";
import { RECIPE } from "./recipe.ts";

/** Python's own zipfile, since unzip is not everywhere. */
const UNPACK = `
import sys, zipfile
wheel, folder, *starts = sys.argv[1:]
with zipfile.ZipFile(wheel) as archive:
    names = [n for n in archive.namelist() if n.startswith(tuple(starts))]
    archive.extractall(folder, names)
`;

/**
 * Unpacks what is needed of TensorFlow's wheel: two libraries and some headers.
 *
 * @param wheel Path of the wheel, its hash checked.
 * @param options Path of Python, and where to put `tensorflow/…`.
 * @throws {Obstacle} If it does not unpack.
 */
export async function unpackWheel(
  wheel: string,
  { python, folder }: { readonly python: string; readonly folder: string },
): Promise<void> {
  const libraries = RECIPE.libraries.map((name) => `tensorflow/${name}`);
  const { success, lastLine } = await runCommand(
    [python, "-c", UNPACK, wheel, folder, ...libraries, ...RECIPE.headers],
  );
  if (success) return;
  throw new Obstacle(`the wheel could not be unpacked: ${lastLine}`, {
    waitMs: AN_HOUR,
  });
}

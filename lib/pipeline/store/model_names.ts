import { join } from "node:path";
import { exists, isStaging } from "../files/debris.ts";

/**
 * Names the models there are: those with a version in use.
 *
 * @param store The folder of all models.
 * @returns Their names, in order.
 */
export async function modelNames(store: string): Promise<readonly string[]> {
  const folders = await foldersIn(store);
  // Training that was interrupted leaves a folder with a checkpoint only.
  const isModel = await Promise.all(
    folders.map((name) => exists(join(store, name, "current"))),
  );
  return folders.filter((_, i) => isModel[i]);
}

/**
 * Names the folders that hold versions of a model, in use or not.
 *
 * @param store The folder of all models.
 * @returns Their names, in order.
 */
export async function modelFolders(store: string): Promise<readonly string[]> {
  const folders = await foldersIn(store);
  const counts = await Promise.all(
    folders.map((name) => versionNames(join(store, name))),
  );
  return folders.filter((_, i) => counts[i]!.length > 0);
}

/**
 * Names the versions of a model, whole or damaged.
 *
 * @param folder The model's folder.
 * @returns Their ids, in order.
 */
export async function versionNames(
  folder: string,
): Promise<readonly string[]> {
  return await foldersIn(join(folder, "versions"));
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  const entries = await Array.fromAsync(Deno.readDir(folder)).catch(() => []);
  return entries
    .filter(({ name, isDirectory }) => isDirectory && !isStaging(name))
    .map(({ name }) => name)
    .sort();
}

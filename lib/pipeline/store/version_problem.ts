import { join } from "node:path";
import { InputError } from "../../errors.ts";
import { exists } from "../files/debris.ts";
import { standingFolder } from "../files/standing_folder.ts";
import { modelNames } from "./model_names.ts";
import { loadModel } from "./model_store.ts";

/** A version of a model. */
export interface VersionId {
  /** The model. */
  readonly name: string;
  /** The version. */
  readonly version: string;
}

/**
 * Tells why a stored version cannot be used.
 *
 * @param store The folder of all models.
 * @param id The version.
 * @returns One clause; `null` where it can.
 */
export async function problemOf(
  store: string,
  { name, version }: VersionId,
): Promise<string | null> {
  const folder = join(store, name, "versions", version);
  if (await standingFolder(folder, "manifest.json") === null) {
    return await exists(folder)
      ? "manifest.json must be there"
      : "it must be there";
  }
  try {
    const { detector } = await loadModel(store, folder);
    return detector.name === name && detector.version === version
      ? null
      : `it must be ${name} ${version}, and is ${detector.name} ${detector.version}`;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.message.replace(`Cannot load the model ${folder}: `, "")
      .replace(/; (restore|train) it [^;]*$/, "");
  }
}

/**
 * Says that there is no model of a name.
 *
 * @param store The folder of all models.
 * @param name The name.
 * @returns The error.
 */
export async function noModel(
  store: string,
  name: string,
): Promise<InputError> {
  const known = await modelNames(store);
  return new InputError(
    `find the model ${name}`,
    "there must be one of this name",
    {
      hint: known.length > 0
        ? `there are ${known.join(", ")}`
        : "train one with deno task train",
    },
  );
}

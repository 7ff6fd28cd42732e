import { join } from "node:path";
import { InputError } from "../../errors.ts";
import { standingFolder } from "../files/standing_folder.ts";
import { modelNames, versionNames } from "./model_names.ts";
import { isVersion } from "./pointer.ts";

/**
 * Finds the version that `NAME@VERSION` names, in use or not.
 *
 * @param store The folder of all models.
 * @param model Such as `"web@98fe76dc54ba"`.
 * @returns Its folder; `null` for what names no version, such as `"web"`.
 * @throws {InputError} If there is no such model, or no such version of it.
 */
export async function namedVersion(
  store: string,
  model: string,
): Promise<string | null> {
  const at = model.indexOf("@");
  if (at < 0 || /[\\/]/.test(model)) return null;
  const [name, version] = [model.slice(0, at), model.slice(at + 1)];
  const folder = join(store, name, "versions", version);
  if (
    isVersion(version) &&
    await standingFolder(folder, "manifest.json") !== null
  ) return folder;
  const versions = await versionNames(join(store, name));
  if (versions.includes(version)) return folder;
  const known = versions.length > 0 ? versions : await modelNames(store);
  throw new InputError(
    `load the model ${model}`,
    versions.length > 0
      ? `it must be a version of ${name}`
      : "there must be one of this name",
    {
      hint: known.length > 0
        ? `there are ${known.join(", ")}`
        : "train one with deno task train",
    },
  );
}

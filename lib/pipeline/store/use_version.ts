import { join } from "node:path";
import { InputError } from "../../errors.ts";
import { isModelName } from "../base/model_name.ts";
import type { VersionChange } from "./go_back.ts";
import { versionNames } from "./model_names.ts";
import { isVersion, makeCurrent, readPointer } from "./pointer.ts";
import { noModel, problemOf, type VersionId } from "./version_problem.ts";

/**
 * Reads the name of a version.
 *
 * @param text Such as `"web@98fe76dc54ba"`.
 * @returns Model and version.
 * @throws {InputError} If it is anything else.
 *
 * @example Usage
 * ```ts
 * import { parseVersionId } from "@lib/pipeline/store/use_version.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(parseVersionId("web@98fe76dc54ba"), {
 *   name: "web",
 *   version: "98fe76dc54ba",
 * });
 * ```
 */
export function parseVersionId(text: string): VersionId {
  const [name = "", version = "", ...more] = text.split("@");
  if (isModelName(name) && isVersion(version) && more.length === 0) {
    return { name, version };
  }
  throw new InputError("use params", "use must be NAME@VERSION", {
    got: text,
    hint: "deno task models lists both",
  });
}

/**
 * Makes a stored version the one in use: an older one, one that was gone back from,
 * or one that `train --compare` kept aside.
 *
 * @param store The folder of all models.
 * @param id The version.
 * @returns From what to what.
 * @throws {InputError} If there is no such version, or it is damaged.
 */
export async function useVersion(
  store: string,
  { name, version }: VersionId,
): Promise<VersionChange> {
  const folder = join(store, name);
  const versions = await versionNames(folder);
  if (versions.length === 0) throw await noModel(store, name);
  const refuse = (rule: string, hint: string) =>
    new InputError(`use ${name}@${version}`, rule, { hint });
  if (!versions.includes(version)) {
    throw refuse(
      "it must be a version of the model",
      `there are ${versions.join(", ")}`,
    );
  }
  const problem = await problemOf(store, { name, version });
  if (problem !== null) throw refuse(problem, "restore it or take another");
  const pointer = await readPointer(folder);
  await makeCurrent(store, { name, version });
  const isKnown = pointer !== null && isVersion(pointer.current);
  const from = isKnown ? pointer.current : null;
  return { name, from, to: version, problems: [] };
}

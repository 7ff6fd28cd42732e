import { join } from "node:path";
import { InputError } from "../../errors.ts";
import { listText } from "../../report/words.ts";
import { versionNames } from "./model_names.ts";
import { noModel, problemOf } from "./version_problem.ts";
import { isVersion, readPointer, writePointer } from "./pointer.ts";

/** A version in use that was exchanged for another. */
export interface VersionChange {
  /** The model. */
  readonly name: string;
  /** The version that was in use; `null` where nobody can tell. */
  readonly from: string | null;
  /** The version that is now. */
  readonly to: string;
  /** A sentence for each version between that could not be used. */
  readonly problems: readonly string[];
}

/**
 * Goes back to the version of a model that was in use before the current one. The
 * same again goes back further. Versions that are deleted or damaged meanwhile are
 * passed over. Nothing is deleted.
 *
 * @param store The folder of all models.
 * @param name The model.
 * @returns From what to what.
 * @throws {InputError} If there is no such model, or none to go back to.
 */
export async function goBack(
  store: string,
  name: string,
): Promise<VersionChange> {
  const folder = join(store, name);
  const pointer = await readPointer(folder);
  if (pointer === null) throw await noModel(store, name);
  const problems: string[] = [];
  for (const [i, version] of pointer.before.entries()) {
    const problem = await problemOf(store, { name, version });
    if (problem !== null) {
      problems.push(`${version} is passed over: ${problem}`);
      continue;
    }
    const before = pointer.before.slice(i + 1);
    await writePointer(folder, { current: version, before });
    const from = isVersion(pointer.current) ? pointer.current : null;
    return { name, from, to: version, problems };
  }
  const others = (await versionNames(folder))
    .filter((version) => version !== pointer.current);
  throw new InputError(
    `go back from ${name} ${pointer.current}`.trim(),
    pointer.before.length === 0
      ? "another version must have been in use before"
      : "a version that was in use before must be whole",
    {
      hint: others.length === 0
        ? "it is the only one"
        : `of the others (${listText(others)}) one is taken by ` +
          `deno task train --use ${name}@VERSION`,
    },
  );
}

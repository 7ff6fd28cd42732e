import { dirname, join } from "node:path";
import { InputError } from "../../lib/errors.ts";
import { fromRoot } from "../../lib/pipeline/base/paths.ts";
import { stagingOf } from "../../lib/pipeline/files/debris.ts";
import { readRecordedRun } from "../../lib/pipeline/verify/recorded_run.ts";
import { runsIn } from "../../lib/pipeline/verify/runs_in.ts";
import { modelFolders } from "../../lib/pipeline/verify/stored_model.ts";
import { allow } from "./allow.ts";
import {
  ENGINE_ADDON,
  ENGINE_SOURCES,
  PACKAGES,
  POLARS_ADDONS,
} from "./packages.ts";
import { always, ENV, TENSORFLOW_ENV, texts } from "./common_rights.ts";

/** What is read of an earlier run. */
const EARLIER = ["evaluation.json", "incidents.json"] as const;

/**
 * Gives the rights of the task that verifies runs: to read exactly the runs, and
 * what their records name as inputs and models; nothing to write, no network.
 *
 * @param params Its parameters.
 * @returns Arguments of `deno run`.
 * @throws {InputError} If a path cannot be said to Deno, for its comma.
 */
export async function verifyRights(
  { run, engine, params }: Readonly<Record<string, unknown>>,
): Promise<readonly string[]> {
  const named = texts(run).map(fromRoot);
  const runs = (await Promise.all(named.map(runsIn))).flat();
  const rests = await Promise.all(runs.map(restsOn));
  const isNative = engine === "tfjs-node" ||
    rests.some(({ trainedBy }) => trainedBy === "tfjs-node");
  return [
    ...always(isNative ? TENSORFLOW_ENV : ENV),
    ...allow("read", [
      ...PACKAGES,
      ENGINE_SOURCES,
      ...[...named, ...runs],
      ...rests.flatMap(({ files }) => files),
      ...texts(params),
    ]),
    ...allow("ffi", [...POLARS_ADDONS, ...(isNative ? ENGINE_ADDON : [])]),
  ];
}

/** What a run's record names; nothing where it is damaged, which the task says. */
async function restsOn(
  folder: string,
): Promise<{ readonly files: readonly string[]; readonly trainedBy: string }> {
  try {
    const run = await readRecordedRun(folder);
    const inputs = run.inputs.flatMap(({ role, path }) => {
      const file = fromRoot(path);
      if (role !== "earlier") return [file];
      return [file, ...EARLIER.map((name) => join(dirname(file), name))];
    });
    const models = modelFolders(run).flatMap((one) => [one, stagingOf(one)]);
    return {
      files: [...inputs, ...models],
      trainedBy: run.model.trainedBy.name,
    };
  } catch (error) {
    if (error instanceof InputError) return { files: [], trainedBy: "" };
    throw error;
  }
}

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

/** Models are the project's own, as for the tasks that use them. */
const MODELS = fromRoot("data/models");

/** A system takes no longer argument than 128 KiB; repeated, it counts as one. */
const LONGEST_ARGUMENT = 100_000;

/** What is read of an earlier run. */
const EARLIER = ["evaluation.json", "incidents.json"] as const;

/**
 * Gives the rights of the task that verifies runs: to read exactly the runs, and
 * what their records name as inputs and models; nothing to write, no network.
 *
 * @param params Its parameters.
 * @returns Arguments of `deno run`.
 * @throws {InputError} If a path cannot be said to Deno, for its comma: one that a
 *   record names gets no folder above it, since anybody may have written it.
 */
export async function verifyRights(
  { run, inputs, engine, params }: Readonly<Record<string, unknown>>,
): Promise<readonly string[]> {
  const named = texts(run).map(fromRoot);
  const elsewhere = texts(inputs).map(fromRoot);
  const runs = (await Promise.all(named.map(runsIn))).flat();
  const rests: Awaited<ReturnType<typeof restsOn>>[] = [];
  for (const one of runs) rests.push(await restsOn(one));
  const isNative = engine === "tfjs-node" ||
    rests.some(({ trainedBy }) => trainedBy === "tfjs-node");
  return [
    ...always(isNative ? TENSORFLOW_ENV : ENV),
    ...allowRead([
      ...PACKAGES,
      ENGINE_SOURCES,
      ...named,
      MODELS,
      ...elsewhere,
      ...outside(rests.flatMap(({ files }) => files), [...named, MODELS])
        // What cannot be said may lie in what can: it is looked for there.
        .filter((path) => elsewhere.length === 0 || !path.includes(","))
        .map(withoutComma),
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
    const models = modelFolders(run);
    const isModel = (place: string) =>
      kindOf(place) === "nothing" ||
      kindOf(join(place, "manifest.json")) === "file";
    return {
      files: [
        ...inputs.filter((file) => kindOf(file) !== "other"),
        ...models.filter(isModel).flatMap((one) => [one, stagingOf(one)]),
      ],
      trainedBy: run.model.trainedBy.name,
    };
  } catch (error) {
    if (error instanceof InputError) return { files: [], trainedBy: "" };
    throw error;
  }
}

/** Leaves out what lies below a folder that is granted whole. */
function outside(
  paths: readonly string[],
  granted: readonly string[],
): readonly string[] {
  const folders = granted.map((folder) => join(folder, "/"));
  return [...new Set(paths)]
    .filter((path) => !folders.some((folder) => path.startsWith(folder)));
}

/** A folder would grant all below it. */
function kindOf(path: string): "file" | "nothing" | "other" {
  try {
    return Deno.statSync(path).isFile ? "file" : "other";
  } catch (error) {
    const isGone = error instanceof Deno.errors.NotFound ||
      error instanceof Deno.errors.NotADirectory;
    return isGone ? "nothing" : "other";
  }
}

function withoutComma(path: string): string {
  if (!path.includes(",")) return path;
  throw new InputError(
    `verify what rests on ${path}`,
    "its path must hold no comma",
    {
      hint:
        "Deno takes it for two paths; copy it to another folder, and name that with --inputs",
    },
  );
}

function allowRead(paths: readonly string[]): readonly string[] {
  const parts: string[][] = [[]];
  let length = 0;
  for (const path of paths) {
    length += path.length + 1;
    if (length > LONGEST_ARGUMENT) {
      parts.push([]);
      length = path.length + 1;
    }
    parts.at(-1)?.push(path);
  }
  return parts.flatMap((part) => allow("read", part));
}

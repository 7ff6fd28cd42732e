import { InputError } from "../../lib/errors.ts";
import { fromRoot } from "../../lib/pipeline/base/paths.ts";
import type { TaskName } from "../task_params.ts";

/** How a task's process ended before its end. */
export interface Ending {
  /** The signal that ended it. */
  readonly signal: Deno.Signal;
  /** Whether training left a checkpoint. */
  readonly hasCheckpoint: boolean;
}

/** What a person does, or a system that shuts down. */
const ASKED: readonly Deno.Signal[] = ["SIGINT", "SIGTERM", "SIGHUP"];

/** What Linux does where memory runs out; V8; and a native library. */
const SHORT: readonly Deno.Signal[] = ["SIGKILL", "SIGTRAP", "SIGABRT"];

/** Training goes on from its checkpoint where the same is asked for again. */
const RESUMES = "the same command goes on from the last epoch";

/** What takes its place when it is whole: a run's folder, a model, a file. */
const NOTHING_HALF = "nothing half-written stands in its place";

/** What each task was at, and what of it stays. */
const STOPPED: Readonly<Record<TaskName, readonly [string, string]>> = {
  train: ["Training", NOTHING_HALF],
  evaluate: [
    "The evaluation",
    `${NOTHING_HALF}, a model that it learned is kept`,
  ],
  report: ["The report", `${NOTHING_HALF}, a model that it learned is kept`],
  record: ["The recording", NOTHING_HALF],
  benchmark: ["The benchmark", NOTHING_HALF],
  stability: ["The comparison of seeds", NOTHING_HALF],
  models: ["The list of models", "it changes nothing"],
  verify: ["The verification", "it changes nothing"],
};

/**
 * Says what a person needs to know of a task whose process was ended by a signal.
 *
 * @param name The task.
 * @param ending How it ended.
 * @returns One line.
 *
 * @example Usage
 * ```ts
 * import { endingLine } from "./ending.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(
 *   endingLine("train", { signal: "SIGINT", hasCheckpoint: true }),
 *   "Training was interrupted; the same command goes on from the last epoch",
 * );
 * ```
 */
export function endingLine(
  name: TaskName,
  { signal, hasCheckpoint }: Ending,
): string {
  if (ASKED.includes(signal)) {
    if (hasCheckpoint) return `Training was interrupted; ${RESUMES}`;
    const [what, left] = STOPPED[name];
    return `${what} was interrupted; ${left}, and the same command begins again`;
  }
  const why = SHORT.includes(signal)
    ? "memory may be short: free some, or use less data"
    : "please report it";
  return new InputError(name, "its process must run to its end", {
    got: signal,
    hint: hasCheckpoint ? `${why}; ${RESUMES}` : why,
  }).message;
}

/** Where a training keeps its checkpoints. */
export interface CheckpointPlace {
  /** The model's name; of any model where it is not known before the data is read. */
  readonly model?: string | undefined;
  /** The folder of all models. @default {"data/models"} */
  readonly store?: string;
}

/**
 * Tells whether a training has kept a checkpoint since some time, and no model yet.
 *
 * @param sinceMs The time, ms since 1970 UTC.
 * @param place Of which model, and where.
 * @returns Whether it has; where the model is not known, it may be that of another
 *   training at the same time.
 */
export async function keptCheckpoint(
  sinceMs: number,
  { model, store = fromRoot("data/models") }: CheckpointPlace = {},
): Promise<boolean> {
  const models = model === undefined ? await namesIn(store) : [model];
  for (const model of models) {
    const folder = `${store}/${model}/checkpoints`;
    for (const name of await namesIn(folder)) {
      if (!name.endsWith(".bin")) continue;
      const info = await Deno.stat(`${folder}/${name}`).catch(() => null);
      if (Number(info?.mtime ?? 0) >= sinceMs) return true;
    }
  }
  return false;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const entries = await Array.fromAsync(Deno.readDir(folder)).catch(() => []);
  return entries.map(({ name }) => name);
}

import { InputError } from "../../lib/errors.ts";
import { fromRoot } from "../../lib/pipeline/base/paths.ts";

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

/**
 * Says what a person needs to know of a task whose process was ended by a signal.
 *
 * @param name The task.
 * @param ending How it ended.
 * @returns One line; `undefined` where there is nothing to say.
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
  name: string,
  { signal, hasCheckpoint }: Ending,
): string | undefined {
  if (ASKED.includes(signal)) {
    return hasCheckpoint ? `Training was interrupted; ${RESUMES}` : undefined;
  }
  const why = SHORT.includes(signal)
    ? "memory may be short: free some, or use less data"
    : "please report it";
  return new InputError(name, "its process must run to its end", {
    got: signal,
    hint: hasCheckpoint ? `${why}; ${RESUMES}` : why,
  }).message;
}

/**
 * Tells whether a training has kept a checkpoint since some time, and no model yet.
 *
 * @param sinceMs The time, ms since 1970 UTC.
 * @param store The folder of all models. @default {"data/models"}
 * @returns Whether it has.
 */
export async function keptCheckpoint(
  sinceMs: number,
  store: string = fromRoot("data/models"),
): Promise<boolean> {
  for (const model of await namesIn(store)) {
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

import { join } from "node:path";
import { isoTime } from "../../frame/iso_time.ts";
import { readEarlier } from "../earlier/read_earlier.ts";
import { scanRuns } from "../earlier/scan_runs.ts";
import { evaluate, type Evaluated } from "../evaluate.ts";
import type { Params } from "../params/params.ts";
import type { ProgressListener } from "../base/progress.ts";
import { makeCurrent, readPointer } from "../store/pointer.ts";
import { MODEL_STORE, type StoredModel } from "../store/model_store.ts";
import { problemOf } from "../store/version_problem.ts";
import { train } from "../train.ts";
import { trainingParams } from "../training/training_input.ts";
import { compareRuns } from "./compare_runs.ts";
import type { Comparison } from "./comparison.ts";

/** What is said besides the run's parameters. */
export interface CompareContext {
  /** Hears of progress. */
  readonly listener: ProgressListener;
  /** Whether a person agreed to replace the version in use in any case. */
  readonly agreed: "yes" | "no";
}

/** A training that was compared with the version in use. */
export interface ComparedTraining {
  /** The new version. */
  readonly model: StoredModel;
  /** How it compares; `null` where there was nothing to compare with. */
  readonly comparison: Comparison | null;
  /** Whether the new version is in use now. */
  readonly isInUse: boolean;
}

/**
 * Trains, and lets the new version take the current one's place only where it is
 * at least as good on past incidents, or where a person agreed. Until then the new
 * version is stored beside the current one, which stays in use whatever happens.
 *
 * @param params The run's parameters: `train` to learn from, `data` to compare on.
 * @param context Who hears of progress, and whether somebody agreed.
 * @returns The new version and how it compares.
 * @throws {InputError} For input that cannot be used.
 */
export async function trainCompared(
  params: Params,
  { listener, agreed }: CompareContext,
): Promise<ComparedTraining> {
  const own = { ...trainingParams(params), data: null };
  const model = await train(own, listener, { current: "keep" });
  const { name, version } = model.detector;
  const pointer = await readPointer(join(MODEL_STORE, name));
  const current = pointer?.current ?? "";
  const say = (text: string) => listener({ kind: "said", text });
  if (current === version) {
    say(
      `${name}@${version} is in use, and there is nothing to compare it with`,
    );
    return { model, comparison: null, isInUse: true };
  }
  const problem = await problemOf(MODEL_STORE, { name, version: current });
  if (problem !== null) {
    say(
      `Nothing to compare with: ${name}@${current} cannot be used, ${problem}`,
    );
    await makeCurrent(MODEL_STORE, { name, version });
    return { model, comparison: null, isInUse: true };
  }
  const of = (version: string) => scoredBy(params, { name, version, listener });
  const runs = { current: await of(current), candidate: await of(version) };
  const comparison = compareRuns({
    ...runs,
    earlier: runs.candidate.evaluation.labels === null
      ? await earlierIn(runs.candidate, params, say)
      : [],
  });
  const isInUse = comparison.worse.length === 0 || agreed === "yes";
  if (isInUse) await makeCurrent(MODEL_STORE, { name, version });
  return { model, comparison, isInUse };
}

/** Scores what both look at with one version. */
async function scoredBy(
  params: Params,
  { name, version, listener }: {
    readonly name: string;
    readonly version: string;
    readonly listener: ProgressListener;
  },
): Promise<Evaluated> {
  const model = join(MODEL_STORE, name, "versions", version);
  // A stored version knows which columns it looks at, and which are counters.
  const none = { train: null, exclude: null, name: null };
  const own = { metrics: [], counters: [] };
  return await evaluate({ ...params, ...none, ...own, model }, {
    command: "",
    listener,
    // What would clear their alarms and which they resemble plays no part here.
    explain: "nothing",
    earlierRuns: () => Promise.resolve({ runs: [], problems: [] }),
  });
}

/** What earlier runs of the host found in the same time. */
async function earlierIn(
  { evaluation: { host, span }, scored: { table } }: Evaluated,
  { earlier }: Params,
  say: (text: string) => void,
) {
  if (table.facts.clock === "unplaced") return [];
  const { incidents, problems } = await readEarlier(await scanRuns(earlier), {
    host,
    // What ends with the last step counts.
    beforeMs: Date.parse(span.end) + 1,
    out: null,
  });
  problems.forEach(say);
  return incidents
    .filter(({ kind, end }) =>
      kind === "anomaly" && end >= isoTime(Date.parse(span.start))
    );
}

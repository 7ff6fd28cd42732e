import { join } from "node:path";
import { parseAlarmBudget } from "../../detect/alarm_budget.ts";
import { learnedMs } from "../../report/learned_ms.ts";
import type { RobustPassFacts } from "../../report/training/robust_pass_facts.ts";
import { standingFolder } from "../files/standing_folder.ts";
import { thresholdFor } from "../scoring/score_table.ts";
import type { Detector } from "../store/detector.ts";
import { loadModel } from "../store/model_store.ts";
import { problemOf, type VersionId } from "../store/version_problem.ts";
import type { LabelResult } from "./label_results.ts";

/** A stored version of a model, in short. */
export interface VersionFacts {
  /** Its id. */
  readonly version: string;
  /** Whether the model's name stands for it. */
  readonly isCurrent: boolean;
  /** When it was trained, ISO 8601 UTC. */
  readonly createdAt: string;
  /** First and last step that it learned from, ISO 8601 UTC. */
  readonly span: { readonly start: string; readonly end: string };
  /** How much time it learned from, in milliseconds. */
  readonly learnedMs: number;
  /** Steps left out of that span as labelled; 0 where none was. */
  readonly leftOutSteps: number;
  /** What its robust pass found; `null` in a model of an earlier method. */
  readonly robustPass: RobustPassFacts | null;
  /** Milliseconds from one step to the next. */
  readonly intervalMs: number;
  /** The metrics that it looks at. */
  readonly features: readonly string[];
  /** Held-out loss of the weights that were kept; `null` where it was not kept. */
  readonly loss: number | null;
  /** The threshold of the score, and the alarm budget that it was fitted to. */
  readonly threshold: Detector["threshold"];
  /** Alarms a day at that threshold in the calibration part. */
  readonly calibrationPerDay: number;
  /** How it did in its latest run with labels; `null` where there is none. */
  readonly labels: LabelResult | null;
  /** What trained it. */
  readonly engine: Detector["engine"];
  /** Size of its files, in bytes. */
  readonly bytes: number;
  /** SHA-256 of its manifest. */
  readonly sha256: string;
}

/** A version that cannot be used. */
export interface DamagedVersion {
  /** Its id. */
  readonly version: string;
  /** Whether the model's name stands for it. */
  readonly isCurrent: boolean;
  /** Why not. */
  readonly problem: string;
}

/** What is known beside the version itself. */
export interface VersionContext {
  /** The version that the model's name stands for. */
  readonly current: string;
  /** How versions did against labels, by hash. */
  readonly results: ReadonlyMap<string, LabelResult>;
}

/**
 * Sums up a stored version. Nothing is written.
 *
 * @param store The folder of all models.
 * @param id The version.
 * @param context Which one is in use, and how versions did.
 * @returns Its facts, or why it cannot be used.
 */
export async function versionFacts(
  store: string,
  { name, version }: VersionId,
  { current, results }: VersionContext,
): Promise<VersionFacts | DamagedVersion> {
  const isCurrent = version === current;
  const problem = await problemOf(store, { name, version });
  if (problem !== null) return { version, isCurrent, problem };
  const place = join(store, name, "versions", version);
  const { detector, sha256 } = await loadModel(store, place);
  const { training, threshold, intervalMs, features } = detector;
  const { perDay } = parseAlarmBudget(threshold.budget);
  return {
    version,
    isCurrent,
    createdAt: detector.createdAt,
    span: { start: training.start, end: training.end },
    learnedMs: learnedMs(training, intervalMs),
    leftOutSteps: training.leftOut?.steps ?? 0,
    robustPass: training.robustPass ?? null,
    intervalMs,
    features: features.map((feature) => feature.name),
    loss: training.losses[training.bestEpoch - 1]?.stop ?? null,
    threshold,
    calibrationPerDay: thresholdFor(detector, perDay).alarmsPerDay,
    labels: results.get(sha256) ?? null,
    engine: detector.engine,
    bytes: await bytesIn(place),
    sha256,
  };
}

async function bytesIn(place: string): Promise<number> {
  const folder = await standingFolder(place, "manifest.json") ?? place;
  let bytes = 0;
  for await (const { name } of Deno.readDir(folder)) {
    bytes += (await Deno.stat(join(folder, name))).size;
  }
  return bytes;
}

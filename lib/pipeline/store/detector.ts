import type { Usual } from "../../detect/deviation.ts";
import { InputError } from "../../errors.ts";
import type { ExcludedMetric } from "../../frame/raw_table.ts";
import type { Metric } from "../../frame/schema.ts";
import { isModelName } from "../base/model_name.ts";
import { isRobustPass } from "./is_robust_pass.ts";
import type { RunRecord, TrainingFacts } from "../../report/report_input.ts";

/** Version of the contents of `detector.json`; another one is refused. */
export const DETECTOR_SCHEMA = 2;

/**
 * Raised with every change of how a detector is learned, so that a model of an
 * earlier method is not taken for what training would give today.
 */
export const METHOD_REVISION = 5;

/** A feature with what was learned of it. */
export interface LearnedFeature extends Metric, Usual {
  /** Smallest value in the fit part, in units; scaled 0. */
  readonly min: number;
  /** Largest less smallest value in the fit part, in units; scaled 1 less 0. */
  readonly range: number;
  /** Median over train, in units: stands in where a scored table lacks the feature. */
  readonly median: number;
  /** Normal distance from expected, scaled. */
  readonly scale: number;
  /** Mean over train of the squared distance over the scale, squares up to 10. */
  readonly meanSquare: number;
  /** The feature's own threshold: distance from expected, scaled. */
  readonly threshold: number;
  /** The group of features that it moves together with; `null` where it stands alone. */
  readonly group: string | null;
  /** Quantiles of the absolute distance on the calibration part, scaled. */
  readonly errorQuantiles: {
    readonly p50: number;
    readonly p90: number;
    readonly p99: number;
  };
}

/** Contents of `detector.json`: everything besides the weights that scoring needs. */
export interface Detector {
  /** {@linkcode DETECTOR_SCHEMA}. */
  readonly schemaVersion: typeof DETECTOR_SCHEMA;
  /** The model's name. */
  readonly name: string;
  /** The version's id: a hash of what it was trained from. */
  readonly version: string;
  /** When it was trained, ISO 8601 UTC. */
  readonly createdAt: string;
  /** The features in the network's order. */
  readonly features: readonly LearnedFeature[];
  /** Columns of the training table that are no features. */
  readonly excluded: readonly ExcludedMetric[];
  /** Milliseconds from one step to the next. */
  readonly intervalMs: number;
  /** Steps a window. */
  readonly window: number;
  /** Half-life of the score's smoothing, milliseconds; 0 for none. */
  readonly halfLifeMs: number;
  /** Half-life of damping, milliseconds. */
  readonly dampingHalfLifeMs: number;
  /** Runs of alarms at most this many milliseconds apart are one incident. */
  readonly mergeGapMs: number;
  /** Milliseconds that alarms must last without a pause to be an incident. */
  readonly minDurationMs: number;
  /** Scores of the calibration part, `null` where not scored: any budget can be fitted. */
  readonly calibrationScore: readonly (number | null)[];
  /** The threshold at the budget it was trained with. */
  readonly threshold: { readonly budget: string; readonly value: number };
  /** What it learned from. */
  readonly training: TrainingFacts;
  /** How the training data was cut off a longer table, or `null`. */
  readonly split: RunRecord["split"];
  /** The training files by hash. */
  readonly inputs: RunRecord["inputs"];
  /** Parameters of the training. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** What trained it. */
  readonly engine: { readonly name: string; readonly version: string };
  /** Versions of whenwhy and its libraries. */
  readonly versions: Readonly<Record<string, string>>;
}

/**
 * Reads `detector.json`.
 *
 * The manifest's hash has told already that it is what was written; this tells
 * whether this whenwhy can use it.
 *
 * @param text The file's text.
 * @param from Names the model in errors.
 * @returns The detector.
 * @throws {InputError} If it is of another schema version or incomplete.
 */
export function parseDetector(text: string, from: string): Detector {
  const refuse = (rule: string, got?: unknown) =>
    new InputError(`load the model ${from}`, rule, {
      got,
      hint: "train it again with deno task train",
    });
  let detector: Detector;
  try {
    detector = JSON.parse(text);
  } catch {
    throw refuse("detector.json must be JSON");
  }
  if (detector?.schemaVersion !== DETECTOR_SCHEMA) {
    throw refuse(
      `its schema version must be ${DETECTOR_SCHEMA}`,
      detector?.schemaVersion ?? null,
    );
  }
  if (!isComplete(detector)) throw refuse("detector.json must be complete");
  return { ...detector, features: detector.features.map(withGroup) };
}

function isComplete(detector: Detector): boolean {
  const { name, version, features, calibrationScore } = detector;
  const positive = [
    detector.intervalMs,
    detector.window,
    detector.dampingHalfLifeMs,
  ];
  const durations = [
    detector.halfLifeMs,
    detector.mergeGapMs,
    detector.minDurationMs,
  ];
  return isModelName(name) && /^[\w-]{1,64}$/.test(version) &&
    Array.isArray(features) && features.length > 0 &&
    features.every(isLearned) && positive.every(isPositive) &&
    durations.every((ms) => Number.isFinite(ms) && ms >= 0) &&
    Array.isArray(calibrationScore) && calibrationScore.some(Number.isFinite) &&
    Number.isInteger(detector.window) &&
    [detector.excluded, detector.inputs].every(isListOfObjects) &&
    isTraining(detector.training) &&
    [detector.parameters, detector.versions].every(isObject) &&
    typeof detector.engine?.name === "string";
}

/** Whether it has what reports and warnings read of it. */
function isTraining(training: Detector["training"]): boolean {
  const { start, end, steps, parts, ranges, losses, warnings } = training ?? {};
  const counts = [steps, parts?.fit, parts?.stop, parts?.calibration];
  return [start, end].every((time) => Number.isFinite(Date.parse(`${time}`))) &&
    counts.every((count) => Number.isInteger(count) && Number(count) >= 0) &&
    [ranges, losses].every(isListOfObjects) && Array.isArray(warnings) &&
    ranges.every(({ min, max }) => [min, max].every(Number.isFinite)) &&
    isRobustPass(training.robustPass);
}

function isListOfObjects(list: unknown): boolean {
  return Array.isArray(list) && list.every(isObject);
}

/** Detectors of earlier methods know no groups. */
function withGroup(feature: LearnedFeature): LearnedFeature {
  const { group = null }: Partial<LearnedFeature> = feature;
  return { ...feature, group };
}

function isLearned(feature: LearnedFeature): boolean {
  const {
    name,
    unit,
    min,
    median,
    range,
    scale,
    meanSquare,
    threshold,
    group,
  } = feature ?? {};
  return [name, unit, group ?? ""].every((text) => typeof text === "string") &&
    [min, median].every(Number.isFinite) &&
    [range, scale, threshold].every(isPositive) && isUsual(feature) &&
    Number.isFinite(meanSquare) && meanSquare >= 0;
}

function isUsual({ usualDistance, usual }: LearnedFeature): boolean {
  return [usualDistance, usual?.width].every(isPositive) &&
    [usual.low, usual.high].every(Number.isFinite) && usual.low <= usual.high;
}

function isPositive(value: number | undefined): boolean {
  return value !== undefined && Number.isFinite(value) && value > 0;
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

import { DAY_MS } from "../../frame/day_ms.ts";
import { findIncidents } from "../../detect/find_incidents.ts";
import type { Incident } from "../../detect/incident.ts";
import { scoreSteps } from "../../detect/score.ts";
import { type FittedThreshold, fitThreshold } from "../../detect/threshold.ts";
import type { MetricTable } from "../../frame/metric_table.ts";
import { type Scaler, unscale } from "../../frame/scaler.ts";
import { sliceSteps } from "../../frame/slice.ts";
import type { Autoencoder } from "../../model/engine.ts";
import type { Detector } from "../store/detector.ts";
import { reconstructTable } from "./reconstruct_table.ts";

/** A table with all that the detector says of it; arrays are `[steps, features]`, NaN where not scored. */
export interface ScoredTable {
  /** The table: the model's features, in units. */
  readonly table: MetricTable;
  /** Reconstruction in units. */
  readonly expected: Float32Array;
  /** Lower edge of the expected band in units. */
  readonly bandLow: Float32Array;
  /** Upper edge of the expected band in units. */
  readonly bandHigh: Float32Array;
  /** Distance from expected over the feature's own threshold. */
  readonly errors: Float32Array;
  /** Score in thresholds, shape `[steps]`. */
  readonly score: Float32Array;
  /** In order of time. */
  readonly incidents: readonly Incident[];
  /** The threshold at the asked-for budget. */
  readonly threshold: FittedThreshold;
}

/** What else scoring needs. */
export interface ScoreOptions {
  /** The detector of the network. */
  readonly detector: Detector;
  /** Alarms a day that a person is ready to look at. */
  readonly perDay: number;
  /**
   * Steps at the table's start that only lead up to what is to be scored; they
   * are not part of the result.
   *
   * @default {0}
   */
  readonly warmup?: number;
}

/**
 * Scores a table: reconstruction, distances, score, threshold, incidents.
 *
 * @param autoencoder The detector's network.
 * @param table The table, with the detector's features in its order.
 * @param options Detector and budget.
 * @returns The table with all that the detector says of it.
 * @throws {InputError} If no step can be scored.
 */
export async function scoreTable(
  autoencoder: Autoencoder,
  table: MetricTable,
  options: ScoreOptions,
): Promise<ScoredTable> {
  const { detector, perDay, warmup = 0 } = options;
  const scaler = scalerOf(detector);
  const threshold = thresholdFor(detector, perDay);
  const whole = await reconstructTable(autoencoder, table, scaler);
  const scored = sliceSteps(table, { start: warmup, end: table.steps });
  const cells = warmup * detector.features.length;
  const distance = whole.distance.subarray(cells);
  const expected = unscale(whole.expected.subarray(cells), scaler);
  const score = scoreSteps({
    distance: whole.distance,
    scales: detector.features.map((feature) => feature.scale),
    halfLifeSteps: detector.halfLifeSteps,
  }).subarray(warmup).map((s) => s / threshold.value);
  const thresholds = detector.features.map((feature) => feature.threshold);
  const steps = {
    table: scored,
    expected,
    ...expectedBand(expected, detector),
    score,
  };
  const { mergeGapSteps } = detector;
  return {
    ...steps,
    errors: distance.map((d, i) =>
      Math.abs(d) / thresholds[i % thresholds.length]!
    ),
    incidents: findIncidents({ ...steps, distance, thresholds, mergeGapSteps }),
    threshold,
  };
}

/**
 * Gives the threshold at a budget from the detector's calibration scores.
 *
 * @param detector The detector.
 * @param perDay Alarms a day.
 * @returns The threshold.
 */
export function thresholdFor(
  detector: Pick<Detector, "calibrationScore" | "intervalMs" | "mergeGapSteps">,
  perDay: number,
): FittedThreshold {
  return fitThreshold({
    score: Float32Array.from(detector.calibrationScore, (s) => s ?? NaN),
    stepsPerDay: DAY_MS / detector.intervalMs,
    perDay,
    mergeGapSteps: detector.mergeGapSteps,
  });
}

function scalerOf({ features }: Pick<Detector, "features">): Scaler {
  return {
    min: features.map((feature) => feature.min),
    range: features.map((feature) => feature.range),
  };
}

/** Expected ± own threshold; never below 0 for what never was below 0. */
function expectedBand(expected: Float32Array, { features }: Detector) {
  const edge = (sign: 1 | -1) =>
    expected.map((value, i) => {
      const { threshold, range, min } = features[i % features.length]!;
      const edge = value + sign * threshold * range;
      return min >= 0 && edge < 0 ? 0 : edge;
    });
  return { bandLow: edge(-1), bandHigh: edge(1) };
}

import { fitFeatureScales } from "../../detect/feature_scales.ts";
import { fitFeatureThresholds } from "../../detect/feature_thresholds.ts";
import type { AlarmBudget } from "../../detect/alarm_budget.ts";
import { quantile } from "../../detect/quantile.ts";
import { scoreSteps } from "../../detect/score.ts";
import { columnStats } from "../../frame/column_stats.ts";
import type { LeftOut } from "../../frame/leave_out.ts";
import { type RobustPass, robustPassFacts } from "./robust_pass.ts";
import { markOf } from "../../frame/labelled_span.ts";
import {
  type MetricTable,
  type StepRange,
  stepTime,
} from "../../frame/metric_table.ts";
import type { Scaler } from "../../frame/scaler.ts";
import type { Autoencoder, TrainedModel } from "../../model/engine.ts";
import type { Detector } from "../store/detector.ts";
import { reconstructTable } from "../scoring/reconstruct_table.ts";
import { thresholdFor } from "../scoring/score_table.ts";
import { historyWarnings } from "./training_warnings.ts";
import type { TrainingParts } from "../../frame/time_split.ts";
import { isoTime } from "../../frame/iso_time.ts";

/** What a detector is fitted from. */
export interface FitInput {
  /** The training table, features only. */
  readonly table: MetricTable;
  /** Its parts. */
  readonly parts: TrainingParts;
  /** Fitted on the fit part. */
  readonly scaler: Scaler;
  /** What labels took out of the table. */
  readonly leftOut: Omit<LeftOut, "table">;
  /** What the robust pass took out of it. */
  readonly gross: Omit<RobustPass, "table">;
  /** The trained network, loaded. */
  readonly autoencoder: Autoencoder;
  /** How training went. */
  readonly trained: TrainedModel;
  /** The budget for the stored threshold. */
  readonly alarmBudget: AlarmBudget;
}

/** The part of a detector that follows from data; the rest says where it came from. */
export type Fitted = Pick<
  Detector,
  | "features"
  | "excluded"
  | "intervalMs"
  | "window"
  | "halfLifeSteps"
  | "mergeGapSteps"
  | "calibrationScore"
  | "threshold"
  | "training"
>;

/**
 * Half-life of the score's smoothing: two steps, which is 2 minutes of 1-minute
 * metrics. A single odd sample fades, and an alarm is at most a step or two late.
 */
export const HALF_LIFE_STEPS = 2;

/** Alarms this close are one incident: 5 steps, and never less than a minute. */
const MERGE_GAP_STEPS = 5;
const MERGE_GAP_MS = 60_000;

/**
 * Learns scales and thresholds from the errors of a trained network.
 *
 * @param input Training table, parts, network.
 * @returns All of a detector that follows from data.
 */
export async function fitDetector(input: FitInput): Promise<Fitted> {
  const { table, parts, scaler, autoencoder, trained, alarmBudget } = input;
  const { isOut, spans } = input.leftOut;
  const stepsOf = (range: StepRange) =>
    length(range) - countOut(isOut, range) -
    countOut(input.gross.isOut, range);
  const whole = { start: 0, end: table.steps };
  const count = table.metrics.length;
  const { distance } = await reconstructTable(autoencoder, table, { scaler });
  const scales = fitFeatureScales(distance, count, parts.calibration);
  const thresholds = fitFeatureThresholds(distance, scales);
  const score = scoreSteps({
    distance,
    scales,
    halfLifeSteps: HALF_LIFE_STEPS,
  });
  const medians = columnStats(table).map(({ median }) => median);
  const base = {
    excluded: table.excluded,
    intervalMs: table.intervalMs,
    window: autoencoder.window,
    halfLifeSteps: HALF_LIFE_STEPS,
    mergeGapSteps: Math.max(
      MERGE_GAP_STEPS,
      Math.round(MERGE_GAP_MS / table.intervalMs),
    ),
    calibrationScore: Array.from(
      score.subarray(parts.calibration.start, parts.calibration.end),
      (s) => Number.isFinite(s) ? Number(s.toPrecision(6)) : null,
    ),
  };
  const threshold = thresholdFor(base, alarmBudget.perDay);
  return {
    ...base,
    features: table.metrics.map((metric, f) => ({
      ...metric,
      min: scaler.min[f]!,
      range: scaler.range[f]!,
      median: medians[f]!,
      scale: scales[f]!,
      threshold: thresholds[f]!,
      errorQuantiles: errorQuantiles(distance, {
        count,
        f,
        range: parts.calibration,
      }),
    })),
    threshold: { budget: alarmBudget.text, value: threshold.value },
    training: {
      start: isoTime(stepTime(table, 0)),
      end: isoTime(stepTime(table, table.steps - 1)),
      steps: table.steps,
      parts: {
        fit: stepsOf(parts.fit),
        stop: stepsOf(parts.stop),
        calibration: stepsOf(parts.calibration),
      },
      ...(spans.length === 0 ? {} : {
        leftOut: {
          steps: countOut(isOut, whole),
          spans: spans.map((span) => ({
            start: isoTime(span.startMs),
            end: isoTime(span.endMs),
            mark: markOf(span),
          })),
        },
      }),
      robustPass: robustPassFacts(input.gross),
      ranges: table.metrics.map(({ name }, f) => ({
        feature: name,
        min: scaler.min[f]!,
        max: scaler.min[f]! + scaler.range[f]!,
      })),
      losses: trained.losses,
      bestEpoch: trained.bestEpoch,
      warnings: historyWarnings({ ...table, steps: stepsOf(whole) }),
    },
  };
}

function errorQuantiles(
  distance: Float32Array,
  { count, f, range }: { count: number; f: number; range: StepRange },
) {
  const sizes = Float64Array.from(
    { length: length(range) },
    (_, t) => Math.abs(distance[(range.start + t) * count + f]!),
  );
  const at = (q: number) => quantile(sizes, q) || 0;
  return { p50: at(0.5), p90: at(0.9), p99: at(0.99) };
}

function length({ start, end }: StepRange): number {
  return end - start;
}

function countOut(isOut: Uint8Array, { start, end }: StepRange): number {
  return isOut.subarray(start, end).reduce((sum, out) => sum + out, 0);
}

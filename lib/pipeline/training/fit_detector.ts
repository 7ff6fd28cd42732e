import { fitMeanSquares } from "../../detect/damping.ts";
import { fitUsualDistances } from "../../detect/deviation.ts";
import { fitFeatureScales } from "../../detect/feature_scales.ts";
import { fitFeatureThresholds } from "../../detect/feature_thresholds.ts";
import { learnGroups } from "../../detect/groups/learn_groups.ts";
import type { AlarmBudget } from "../../detect/alarm_budget.ts";
import { quantile } from "../../detect/quantile.ts";
import { scoreSteps } from "../../detect/score.ts";
import { fitUsualRange } from "../../detect/usual_range.ts";
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
import { alarmRule } from "../scoring/alarm_rule.ts";
import { thresholdFor } from "../scoring/score_table.ts";
import { type AlarmTimeParams, alarmTimes } from "./alarm_times.ts";
import { historyOf } from "../../measure/history.ts";
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
  /** How far each feature went with that, in learned ranges, shape `[features]`. */
  readonly reach: readonly number[];
  /** The trained network, loaded. */
  readonly autoencoder: Autoencoder;
  /** How training went. */
  readonly trained: TrainedModel;
  /** The budget for the stored threshold. */
  readonly alarmBudget: AlarmBudget;
  /** Smoothing, merging and minimum duration; `null` for the defaults. */
  readonly alarmTimes: AlarmTimeParams;
}

/** The part of a detector that follows from data; the rest says where it came from. */
export type Fitted = Pick<
  Detector,
  | "features"
  | "excluded"
  | "intervalMs"
  | "window"
  | "halfLifeMs"
  | "dampingHalfLifeMs"
  | "mergeGapMs"
  | "minDurationMs"
  | "calibrationScore"
  | "threshold"
  | "training"
>;

/**
 * Learns scales and thresholds from the errors of a trained network.
 *
 * @param input Training table, parts, network.
 * @returns All of a detector that follows from data.
 */
export async function fitDetector(input: FitInput): Promise<Fitted> {
  const { table, parts, scaler, autoencoder, trained, alarmBudget } = input;
  const { isOut, spans } = input.leftOut;
  const stepsOf = (ranges: readonly StepRange[]) =>
    ranges.reduce((sum, range) => sum + length(range), 0) -
    countOut(isOut, ranges) - countOut(input.gross.isOut, ranges);
  const whole = [{ start: 0, end: table.steps }];
  const count = table.metrics.length;
  const { distance } = await reconstructTable(autoencoder, table, { scaler });
  const scales = fitFeatureScales(distance, count, parts.calibration);
  const thresholds = fitFeatureThresholds(distance, scales);
  const meanSquares = fitMeanSquares(distance, scales);
  const times = alarmTimes(input.alarmTimes, table.intervalMs);
  const usualDistances = fitUsualDistances(distance, input.reach);
  const score = scoreSteps({
    distance,
    scales,
    meanSquares,
    halfLifeSteps: times.halfLifeMs / table.intervalMs,
    dampingHalfLifeSteps: times.dampingHalfLifeMs / table.intervalMs,
  });
  const medians = columnStats(table).map(({ median }) => median);
  const groups = learnGroups(table, parts.fit);
  const base = {
    excluded: table.excluded,
    intervalMs: table.intervalMs,
    window: autoencoder.window,
    ...times,
    calibrationScore: blocksOf(score, parts.calibration, {
      // Alarms of two blocks are never one.
      apart: alarmRule({ ...table, ...times }).mergeGapSteps + 1,
    }),
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
      meanSquare: meanSquares[f]!,
      threshold: thresholds[f]!,
      group: groups[f] ?? null,
      usualDistance: usualDistances[f]!,
      usual: fitUsualRange(measured(table, f), { reach: input.reach[f]! }),
      errorQuantiles: errorQuantiles(distance, {
        count,
        f,
        ranges: parts.calibration,
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
      warnings: [
        historyOf({
          learnedMs: stepsOf(whole) * table.intervalMs,
          calibrationMs: stepsOf(parts.calibration) * table.intervalMs,
        }).note ?? "",
      ].filter((note) => note !== ""),
    },
  };
}

function* measured({ values, imputed, metrics }: MetricTable, f: number) {
  for (let i = f; i < values.length; i += metrics.length) {
    if (imputed[i] === 0) yield values[i]!;
  }
}

function errorQuantiles(
  distance: Float32Array,
  { count, f, ranges }: {
    readonly count: number;
    readonly f: number;
    readonly ranges: readonly StepRange[];
  },
) {
  const sizes = ranges.flatMap((range) =>
    Array.from(
      { length: length(range) },
      (_, t) => Math.abs(distance[(range.start + t) * count + f]!),
    )
  );
  const at = (q: number) => quantile(sizes, q) || 0;
  return { p50: at(0.5), p90: at(0.9), p99: at(0.99) };
}

function length({ start, end }: StepRange): number {
  return end - start;
}

function countOut(isOut: Uint8Array, ranges: readonly StepRange[]): number {
  return ranges.reduce(
    (sum, { start, end }) =>
      isOut.subarray(start, end).reduce((count, out) => count + out, sum),
    0,
  );
}

/** The scores of some ranges, with so many steps without a score between two. */
function blocksOf(
  score: Float32Array,
  ranges: readonly StepRange[],
  { apart }: { readonly apart: number },
): (number | null)[] {
  return ranges.flatMap(({ start, end }, i) => [
    ...Array.from({ length: i === 0 ? 0 : apart }, () => null),
    ...Array.from(
      score.subarray(start, end),
      (s) => Number.isFinite(s) ? Number(s.toPrecision(6)) : null,
    ),
  ]);
}

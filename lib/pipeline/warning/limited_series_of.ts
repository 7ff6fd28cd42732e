import { alarmRuns } from "../../detect/alarm_runs.ts";
import { median } from "../../detect/trend/block_medians.ts";
import type { LimitedSeries } from "../../detect/trend/limited_series.ts";
import type { Incident } from "../../detect/incident.ts";
import { columnOf } from "../../frame/column_of.ts";
import { DAY_MS } from "../../frame/day_ms.ts";
import { metricLimit, type StatedLimits } from "../../frame/metric_limit.ts";
import type { MetricTable, StepRange } from "../../frame/metric_table.ts";
import type { TrainingFacts } from "../../report/report_input.ts";

/** What was read, as far as series with limits look at it. */
export interface LimitedInput {
  /** What is scored, columns as in the file. */
  readonly table: MetricTable;
  /** A saved model, or what one is learned from. */
  readonly model: { readonly detector: unknown } | {
    /** All columns of training time. */
    readonly past: MetricTable;
    /** 1 where labels, or the robust pass, took a step out, shape `[steps]`. */
    readonly data: Readonly<
      Record<"leftOut" | "gross", { readonly isOut: Uint8Array }>
    >;
  };
}

/** What series with limits are made with. */
export interface LimitedContext {
  /** Limits that a person states. */
  readonly limits: StatedLimits;
  /** Least and largest value of each feature in training. */
  readonly ranges: TrainingFacts["ranges"];
  /** What was found: its time says nothing of what is normal. */
  readonly incidents: readonly Pick<Incident, "start" | "end">[];
}

/** A longer gap between training and scored time breaks what is known of a trend. */
const LONGEST_GAP_MS = 7 * DAY_MS;

/**
 * Gives the metrics that can run out, each over training and scored time where
 * one follows the other, else over scored time.
 *
 * Values that were filled in are left out. A metric that the model did not learn
 * counts too: swap that stood still in training may go down now.
 *
 * @param input What was read.
 * @param context Limits, trained ranges, incidents.
 * @returns One series a metric with a limit, in the order of the columns.
 */
export function limitedSeriesOf(
  { table, model }: LimitedInput,
  { limits, ranges, incidents }: LimitedContext,
): LimitedSeries[] {
  const lesson = "detector" in model ? null : model;
  const lead = lesson === null ? null : offsetOf(lesson.past, table);
  const past = lead === null ? null : lesson;
  const offset = lead ?? 0;
  const stepOf = (time: string) =>
    offset + Math.round((Date.parse(time) - table.startMs) / table.intervalMs);
  const abnormal: StepRange[] = [
    ...(past === null ? [] : stretches(past.data.leftOut.isOut)),
    ...(past === null ? [] : stretches(past.data.gross.isOut)),
    ...incidents.map(({ start, end }) => (
      { start: Math.max(0, stepOf(start)), end: stepOf(end) + 1 }
    )),
  ];
  return table.metrics.flatMap(({ name, unit }, f) => {
    const limit = metricLimit(name, limits);
    if (limit === null) return [];
    const values = new Float32Array(offset + table.steps).fill(NaN);
    if (past !== null) values.set(measured(past.past, name));
    values.set(measured(table, name, f), offset);
    const range = ranges.find(({ feature }) => feature === name);
    const before = values.slice(0, offset).filter(Number.isFinite);
    const level = usualBefore(before, range) ?? values.find(Number.isFinite);
    const side = level === undefined || level >= limit ? "floor" : "ceiling";
    const toLeft = (value: number) =>
      side === "floor" ? value - limit : limit - value;
    const least = range && (side === "floor" ? range.min : range.max);
    return [{
      ...{ name, unit, limit, side },
      startMs: table.startMs - offset * table.intervalMs,
      intervalMs: table.intervalMs,
      left: values.map(toLeft),
      leastBefore: past !== null || least === undefined ? null : toLeft(least),
      abnormal,
    }];
  });
}

/**
 * Where a metric was before the scored time, or in training: what comes later must
 * not tell on which side of its limit it was.
 */
function usualBefore(
  before: Float32Array,
  range: TrainingFacts["ranges"][number] | undefined,
): number | undefined {
  if (before.length > 0) return median(before);
  return range && (range.min + range.max) / 2;
}

/** Runs of 1. */
function stretches(isOut: Uint8Array): StepRange[] {
  return alarmRuns(Float32Array.from(isOut), {
    threshold: 1,
    mergeGapSteps: 0,
  });
}

/** Steps from the start of one table to that of the next; `null` where it does not follow. */
function offsetOf(past: MetricTable, table: MetricTable): number | null {
  const { startMs, intervalMs } = table;
  const offset = Math.round((startMs - past.startMs) / intervalMs);
  const gapMs = (offset - past.steps) * intervalMs;
  const follows = past.intervalMs === intervalMs && gapMs >= 0 &&
    gapMs <= LONGEST_GAP_MS;
  return follows ? offset : null;
}

/** A column's values; NaN where they were filled in, or it is not there. */
function measured(
  { metrics, values, imputed, steps }: MetricTable,
  name: string,
  f = metrics.findIndex((metric) => metric.name === name),
): Float32Array {
  const width = metrics.length;
  if (f < 0) return new Float32Array(steps).fill(NaN);
  return columnOf(values, { width, f })
    .map((value, t) => imputed[t * width + f] === 1 ? NaN : value);
}

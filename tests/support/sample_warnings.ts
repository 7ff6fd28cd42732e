import type { Incident } from "@lib/detect/incident.ts";
import type { EarlyWarning } from "@lib/detect/trend/early_warning.ts";
import type { LimitedSeries } from "@lib/detect/trend/limited_series.ts";
import { type MetricTable, stepTime } from "@lib/frame/metric_table.ts";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** The sample's metric that can run out: memory. */
const LIMITED = 2;

/**
 * Gives the sample's memory as a metric that can run out.
 *
 * @param table The sample's table.
 * @returns One series with a floor of 0.
 */
export function sampleLimited(table: MetricTable): LimitedSeries[] {
  const { metrics, values, startMs, intervalMs, steps } = table;
  if (metrics.length <= LIMITED) return [];
  const { name, unit } = metrics[LIMITED]!;
  return [{
    ...{ name, unit, limit: 0, side: "floor", startMs, intervalMs },
    left: Float32Array.from(
      { length: steps },
      (_, t) => values[t * metrics.length + LIMITED]!,
    ),
    ...{ leastBefore: null, abnormal: [] },
  }];
}

/**
 * Makes a warning up: what is left at a step is gone five hours later.
 *
 * @param series The metric.
 * @param until The first step that is not known.
 * @returns The warning, seen over six hours or what there is.
 */
export function sampleWarning(
  series: LimitedSeries,
  until: number,
): EarlyWarning {
  const known = series.left.subarray(0, until);
  const level = known[known.findLastIndex(Number.isFinite)]!;
  const now = stepTime(series, until - 1);
  const lookBackMs = Math.min(6 * HOUR_MS, (until - 1) * series.intervalMs);
  const time = (ms: number) => new Date(ms).toISOString().replace(".000Z", "Z");
  const perDay = (hours: number) => -level * DAY_MS / (hours * HOUR_MS);
  return {
    feature: series.name,
    unit: series.unit,
    limit: 0,
    side: "floor",
    level,
    slopePerDay: perDay(5),
    slopeInterval: [perDay(4), perDay(8)],
    exhaustedAt: time(now + 5 * HOUR_MS),
    interval: [time(now + 4 * HOUR_MS), time(now + 8 * HOUR_MS)],
    lookBackMs,
    since: time(now - lookBackMs),
    standingSince: time(now - 42 * 60_000),
  };
}

/**
 * Warns of memory when the second incident began.
 *
 * @param incidents The sample's incidents.
 * @param limited What {@linkcode sampleLimited} gave.
 * @returns The incidents.
 */
export function warnedIncidents(
  incidents: readonly Incident[],
  [series]: readonly LimitedSeries[],
): Incident[] {
  return incidents.map((incident, i) => {
    if (i !== 1 || series === undefined) return incident;
    const { startMs, intervalMs } = series;
    const until = (Date.parse(incident.start) - startMs) / intervalMs;
    return { ...incident, earlyWarnings: [sampleWarning(series, until)] };
  });
}

import type { Incident } from "@lib/detect/incident.ts";
import type { EarlyWarning } from "@lib/detect/trend/early_warning.ts";
import { warningOutcome } from "@lib/detect/trend/warning_outcome.ts";
import type { LimitedSeries } from "@lib/detect/trend/limited_series.ts";
import { type MetricTable, stepTime } from "@lib/frame/metric_table.ts";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** The sample's metric that can run out: memory. */
const LIMITED = 2;

/**
 * Gives the sample's memory as a metric that can run out, and is about to: what
 * incidents and tables say of it does not know of the leak.
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
      (_, t) => values[t * metrics.length + LIMITED]! * (1 - 0.9 * t / steps),
    ),
    ...{ leastBefore: null, abnormal: [] },
  }];
}

/**
 * Makes a warning up: the straight line from the series' start.
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
  const hours = level / (series.left[0]! - level) * (now - series.startMs) /
    HOUR_MS;
  const perDay = (times: number) => -level * DAY_MS / (times * hours * HOUR_MS);
  const inHours = (times: number) =>
    time(now + Math.round(60 * times * hours) * 60_000);
  return {
    feature: series.name,
    unit: series.unit,
    limit: 0,
    side: "floor",
    level,
    slopePerDay: perDay(1),
    slopeInterval: [perDay(0.9), perDay(1.2)],
    exhaustedAt: inHours(1),
    interval: [inHours(0.9), inHours(1.2)],
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
    const warning = sampleWarning(series, until);
    const warnedOf = [{
      ...warning,
      knownAt: new Date(startMs + (until - 1) * intervalMs).toISOString(),
      outcome: warningOutcome(series, warning, { until })!,
    }];
    return { ...incident, earlyWarnings: [warning], warnedOf };
  });
}

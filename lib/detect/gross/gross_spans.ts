import { type MetricTable, type StepRange } from "../../frame/metric_table.ts";
import { quantile } from "../quantile.ts";
import { farSteps } from "./far_steps.ts";
import { stuckSteps } from "./stuck_steps.ts";

/** Why a stretch is gross: how one metric was in it. */
export interface GrossSign {
  /** The metric's place in the table. */
  readonly metric: number;
  /** Far from where it usually is, or stuck at one value. */
  readonly kind: "far" | "stuck";
  /** The value furthest from usual, or that it was stuck at; in the metric's unit. */
  readonly value: number;
  /** Its 5th and 95th percentile at all other steps, in the metric's unit. */
  readonly usual: readonly [low: number, high: number];
}

/** A stretch in which at least one metric was grossly abnormal. */
export interface GrossSpan {
  /** Its steps. */
  readonly range: StepRange;
  /** The metrics that were, those that were for longest first. */
  readonly signs: readonly GrossSign[];
}

/**
 * Finds gross anomalies in a table that nobody has labelled: stretches in which a
 * metric lay far from where it ever is (`farSteps()`), or stood still (`stuckSteps()`).
 * Imputed values count for nothing, nor does a server that is down.
 *
 * It is meant to be conservative: what recurs is normal, however high it stands.
 *
 * @param table The table.
 * @returns Spans that do not touch, in order of time.
 */
export function grossSpans(table: MetricTable): GrossSpan[] {
  const found = table.metrics.flatMap((_, f) => ofMetric(table, f))
    .sort((a, b) => a.range.start - b.range.start);
  const spans: { range: StepRange; parts: Found[] }[] = [];
  for (const part of found) {
    const last = spans.at(-1);
    if (last && part.range.start <= last.range.end) {
      const end = Math.max(last.range.end, part.range.end);
      last.range = { start: last.range.start, end };
      last.parts.push(part);
    } else spans.push({ range: part.range, parts: [part] });
  }
  return spans.map(({ range, parts }) => ({ range, signs: signsOf(parts) }));
}

/** A stretch of one metric. */
interface Found {
  readonly range: StepRange;
  readonly sign: GrossSign;
}

function ofMetric(table: MetricTable, metric: number): Found[] {
  const column = measuredColumn(table, metric);
  const stuck = stuckSteps(column);
  const far = farSteps(column, table.intervalMs);
  if (stuck.length + far.length === 0) return [];
  const others = column.slice();
  for (const { start, end } of [...stuck, ...far]) others.fill(NaN, start, end);
  const usual = [quantile(others, 0.05), quantile(others, 0.95)] as const;
  const [low, high] = usual;
  const beyond = (value: number) => Math.max(low - value, value - high);
  const furthest = ({ start, end }: StepRange) =>
    column.subarray(start, end).filter(Number.isFinite)
      .reduce((a, b) => beyond(b) > beyond(a) ? b : a);
  return [
    // Where it was both, it was far.
    ...far.map((range) => ({
      range,
      sign: { metric, kind: "far" as const, value: furthest(range), usual },
    })),
    ...stuck.map((range) => ({
      range,
      sign: {
        metric,
        kind: "stuck" as const,
        value: column[range.start]!,
        usual,
      },
    })),
  ];
}

/** The signs of stretches of metrics, one a metric, the longest first. */
function signsOf(parts: readonly Found[]): GrossSign[] {
  const length = ({ range }: Found) => range.end - range.start;
  const seen = new Set<number>();
  return parts.toSorted((a, b) => length(b) - length(a))
    .map(({ sign }) => sign)
    .filter(({ metric }) => !seen.has(metric) && seen.add(metric));
}

function measuredColumn(
  { values, imputed, up, steps, metrics }: MetricTable,
  metric: number,
): Float32Array {
  return Float32Array.from({ length: steps }, (_, t) => {
    const i = t * metrics.length + metric;
    return imputed[i] === 1 || up[t] === 0 ? NaN : values[i]!;
  });
}

import type { MetricTable } from "../../frame/metric_table.ts";

/**
 * Further than this says no more: a broken sensor can give any number, and must not
 * make all else that its metric ever does look small.
 */
const MOST = 10;

/** What was learned from, and what was there. */
export interface ReachInput {
  /** The table that is learned from, with gaps where something was left out. */
  readonly learned: MetricTable;
  /** The same time with what the robust pass left out, and at least these metrics. */
  readonly seen: MetricTable;
}

/**
 * Tells how far each metric went in all that was seen of it: its range from minimum
 * to maximum over that of what is learned from. What was grossly abnormal is not
 * learned from, but it is not unheard of either.
 *
 * @param input What was learned from, and what was there.
 * @returns One number a metric of `learned`, from 1, where nothing further was left
 *   out, to 10.
 */
export function reaches({ learned, seen }: ReachInput): number[] {
  const columnOf = new Map(seen.metrics.map(({ name }, f) => [name, f]));
  return learned.metrics.map(({ name }, f) => {
    const own = rangeOf(learned, f);
    const whole = rangeOf(seen, columnOf.get(name) ?? -1);
    return own > 0 && whole > own ? Math.min(MOST, whole / own) : 1;
  });
}

/** From minimum to maximum of what was measured, in the metric's unit. */
function rangeOf(
  { steps, metrics, values, imputed }: MetricTable,
  column: number,
): number {
  let [min, max] = [Infinity, -Infinity];
  for (let t = 0; t < steps; t++) {
    const i = t * metrics.length + column;
    const value = values[i]!;
    if (imputed[i] === 1) continue;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return max - min;
}

import type { MetricTable } from "../../frame/metric_table.ts";

/**
 * Further than this says no more: a broken sensor can give any number, and must not
 * make all else that its metric ever does look small.
 */
const MOST = 10;

/** What is learned from, and what was there. */
export interface ReachInput {
  /** The table that is learned from, with gaps where something was left out. */
  readonly learned: MetricTable;
  /** The same time with what the robust pass left out; of a metric that it lacks nothing further is known. */
  readonly seen: MetricTable;
}

/**
 * Tells how far each metric went in all that was seen of it: its range from minimum
 * to maximum over that of what is learned from. What was grossly abnormal is not
 * learned from, but it is not unheard of either. Of what was left out the one value
 * furthest to each side does not count, since it may be a broken sample.
 *
 * @param input What is learned from, and what was there.
 * @returns One number a metric of `learned`, from 1, where nothing further was left
 *   out, to 10.
 */
export function reaches({ learned, seen }: ReachInput): number[] {
  const columnOf = new Map(seen.metrics.map(({ name }, f) => [name, f]));
  return learned.metrics.map(({ name }, f) => {
    const own = endsOf(learned, f);
    const column = columnOf.get(name);
    if (column === undefined) return 1;
    const all = endsOf(seen, column);
    const range = own.highest - own.lowest;
    const whole = Math.max(own.highest, all.nextHighest) -
      Math.min(own.lowest, all.nextLowest);
    return range > 0 ? Math.min(MOST, whole / range) : 1;
  });
}

/** The measured values furthest to each side, in the metric's unit. */
interface Ends {
  readonly lowest: number;
  readonly nextLowest: number;
  readonly highest: number;
  readonly nextHighest: number;
}

function endsOf(
  { steps, metrics, values, imputed }: MetricTable,
  column: number,
): Ends {
  let [lowest, nextLowest] = [Infinity, Infinity];
  let [highest, nextHighest] = [-Infinity, -Infinity];
  for (let t = 0; t < steps; t++) {
    const i = t * metrics.length + column;
    const value = values[i]!;
    if (imputed[i] === 1) continue;
    if (value < lowest) [lowest, nextLowest] = [value, lowest];
    else if (value < nextLowest) nextLowest = value;
    if (value > highest) [highest, nextHighest] = [value, highest];
    else if (value > nextHighest) nextHighest = value;
  }
  return { lowest, nextLowest, highest, nextHighest };
}

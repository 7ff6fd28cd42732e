import { blockMedians, median } from "./block_medians.ts";
import type { StepRange } from "../../frame/metric_table.ts";

/** Earlier days that are looked at. */
const MOST_DAYS = 7;

/** Earlier days without which nothing is known of a daily rhythm. */
const LEAST_DAYS = 3;

/** Share of an earlier day's blocks that must be measured. */
const LEAST_SHARE = 0.8;

/** Where a profile is wanted. */
export interface DayProfileOptions {
  /** The stretch of time that it is for. */
  readonly range: StepRange;
  /** Steps of a block. */
  readonly block: number;
  /** Steps of a day. */
  readonly day: number;
}

/**
 * Tells how a metric usually moves in a stretch of the day: the median over the
 * same hours of the days before, each less its own level, after what changed
 * from day to day was taken off. What is left of today's values without it is
 * no daily rhythm.
 *
 * @param values One value a step; NaN where there is none.
 * @param options The stretch, at most a day long.
 * @returns One value a block, around 0; `null` where fewer than three of the
 *   seven days before were measured.
 */
export function dayProfile(
  values: Float32Array,
  { range, block, day }: DayProfileOptions,
): Float64Array | null {
  const days: Float64Array[] = [];
  for (let back = 1; back <= MOST_DAYS; back++) {
    const start = range.start - back * day;
    if (start < 0) break;
    const end = range.end - back * day;
    const blocks = blockMedians(values, block, { start, end });
    const measured = blocks.filter(Number.isFinite).length;
    if (measured >= LEAST_SHARE * blocks.length) days.push(blocks);
  }
  if (days.length < LEAST_DAYS) return null;
  const drift = changeOverADay(days) * block / day;
  const shapes = days.map((blocks) => {
    const level = blocks.map((value, i) => value - drift * i);
    const middle = median(level.filter(Number.isFinite));
    return level.map((value) => value - middle);
  });
  return shapes[0]!.map((_, i) =>
    median(
      Float64Array.from(shapes, (shape) => shape[i]!)
        .filter(Number.isFinite),
    )
  );
}

/**
 * Change from one day to the next, as far as all of them agree: one step is no
 * drift, and what is taken for one would look like a trend of today's. The later
 * day comes first.
 */
function changeOverADay(days: readonly Float64Array[]): number {
  const changes = days.slice(1).map((before, i) =>
    median(
      before.map((value, block) => days[i]![block]! - value)
        .filter(Number.isFinite),
    )
  );
  const sign = Math.sign(changes[0]!);
  const isOneWay = changes.every((change) => Math.sign(change) === sign);
  return isOneWay ? sign * Math.min(...changes.map(Math.abs)) : 0;
}

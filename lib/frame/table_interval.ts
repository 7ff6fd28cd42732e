import { gridInterval, medianDifference } from "./grid_interval.ts";
import type { RawTable } from "./raw_table.ts";

/** A metric with fewer values says nothing of how often it comes. */
const LEAST_VALUES = 10;

/** Intervals that differ by less are the same. */
const SAME = 0.02;

/** A metric comes regularly where this share of its distances are whole ones. */
const REGULAR_SHARE = 0.9;

/** How far a distance may be from a whole number of intervals, in parts of one. */
const TOLERANCE = 0.25;

/**
 * Finds the interval of a table: that of its rows.
 *
 * Where metrics have times of their own, some seconds or a millisecond apart,
 * rows come more often than any metric, and their distances are nobody's rate:
 * then it is the interval of the metric that comes most often, if it comes
 * regularly.
 *
 * @param raw The table as it was read, with at least two rows.
 * @returns Milliseconds, at least 1.
 */
export function tableInterval(
  { times, columns }: Pick<RawTable, "times" | "columns">,
): number {
  const ofRows = gridInterval(times);
  const isFull = (values: Float64Array) =>
    values.reduce((sum, value) => Number.isNaN(value) ? sum : sum + 1, 0) >=
      (1 - SAME) * times.length;
  // The usual table, told at once: sorting each metric's distances takes long.
  if (columns.some(({ values }) => isFull(values))) return ofRows;
  let [most, fastest] = [times, Infinity];
  for (const { values } of columns) {
    const own = times.filter((_, row) => !Number.isNaN(values[row]));
    const interval = own.length < LEAST_VALUES ? Infinity : gridInterval(own);
    if (interval < fastest) [most, fastest] = [own, interval];
  }
  const isOfRows = fastest <= (1 + SAME) * ofRows || fastest === Infinity;
  return isOfRows || !isRegular(most) ? ofRows : fastest;
}

/** Whether a metric's values come at one distance, or at several times it. */
function isRegular(times: Float64Array): boolean {
  const length = medianDifference(times);
  let whole = 0;
  for (let i = 1; i < times.length; i++) {
    const lengths = ((times[i] ?? NaN) - (times[i - 1] ?? NaN)) / length;
    const isWhole = Math.abs(lengths - Math.round(lengths)) <= TOLERANCE;
    if (isWhole && lengths > 0.5) whole++;
  }
  return whole >= REGULAR_SHARE * (times.length - 1);
}

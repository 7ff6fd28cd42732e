import { gridInterval } from "@lib/frame/grid_interval.ts";
import type { RawTable } from "@lib/frame/raw_table.ts";

/** A metric with fewer values says nothing of how often it comes. */
const LEAST_VALUES = 10;

/**
 * Finds the interval of a table: that of its rows.
 *
 * Where metrics have times of their own, a second or a millisecond apart, a row
 * holds a part of them only and rows say nothing: then it is the interval of the
 * metric that comes most often.
 *
 * @param raw The table as it was read, with at least two rows.
 * @returns Milliseconds, at least 1.
 */
export function tableInterval(
  { times, columns }: Pick<RawTable, "times" | "columns">,
): number {
  const ofRows = gridInterval(times);
  if (!isStaggered({ times, columns })) return ofRows;
  const ofMetrics = columns.map(({ values }) =>
    times.filter((_, row) => !Number.isNaN(values[row]))
  ).filter((own) => own.length >= LEAST_VALUES).map(gridInterval);
  return ofMetrics.length === 0
    ? ofRows
    : Math.max(ofRows, Math.min(...ofMetrics));
}

/** Whether most rows that hold values hold half of the metrics at most. */
function isStaggered(
  { times, columns }: Pick<RawTable, "times" | "columns">,
): boolean {
  const used = columns.filter(({ values }) =>
    values.some((value) => !Number.isNaN(value))
  );
  const counts = new Uint16Array(times.length);
  for (const { values } of used) {
    for (let row = 0; row < values.length; row++) {
      if (!Number.isNaN(values[row])) counts[row] = (counts[row] ?? 0) + 1;
    }
  }
  let [some, few] = [0, 0];
  for (const count of counts) {
    if (count === 0) continue;
    some++;
    if (2 * count <= used.length) few++;
  }
  return 2 * few > some;
}

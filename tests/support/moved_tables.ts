import { findGaps } from "@lib/frame/gaps.ts";
import type { MetricTable } from "@lib/frame/metric_table.ts";
import type { Metric } from "@lib/frame/schema.ts";
import { fc } from "./fast_check.ts";
import { metricTable } from "./metric_table.ts";

/** Ten minutes a step: a day, for which a level must stand, has 144. */
export const COARSE_MS = 600_000;

const LONG = 420;

/** Which tables are made. */
export interface MovedTablesOptions {
  /** Their columns. */
  readonly metrics: readonly Metric[];
  /** First step that a gap may begin with. */
  readonly first: number;
}

/** A table, and a step to cut it at. */
export interface MovedTable {
  /** The table. */
  readonly table: MetricTable;
  /** The step, not before `first`. */
  readonly cut: number;
}

/**
 * Draws tables in which levels of features come, and may go, with gaps and with
 * cells that were filled in.
 *
 * @param options Columns, and where a gap may begin.
 * @returns Tables of 420 steps.
 */
export function movedTables(
  { metrics, first }: MovedTablesOptions,
): fc.Arbitrary<MovedTable> {
  const width = metrics.length;
  return fc.record({
    shifts: fc.array(
      fc.record({
        f: fc.nat(width - 1),
        start: fc.integer({ min: 20, max: 200 }),
        length: fc.integer({ min: 100, max: LONG }),
        by: fc.constantFrom(-3, 2, 5),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    // Where it may follow the level's first steps, when it has settled, and after.
    gap: fc.record({ start: fc.nat(LONG), length: fc.nat(12) }),
    filled: fc.integer({ min: 3, max: 40 }),
    cut: fc.integer({ min: first, max: LONG - 1 }),
  }).map(({ shifts, gap, filled, cut }) => {
    const values = Array.from({ length: LONG * width }, (_, i) => {
      const [t, f] = [Math.floor(i / width), i % width];
      const isGap = t >= Math.max(first, gap.start) &&
        t < gap.start + gap.length;
      return isGap ? NaN : shifts
        .filter((one) =>
          one.f === f && t >= one.start && t < one.start + one.length
        )
        .reduce(
          (sum, { by }) => sum + by,
          1 + Math.sin(t / (3 + 2 * f)) + (i * 7 % 11) / 30,
        );
    });
    const table = metricTable({ metrics, values });
    const imputed = Uint8Array.from(values, (_, i) => i % filled === 1 ? 1 : 0);
    const gaps = findGaps(table.values, width);
    return { table: { ...table, intervalMs: COARSE_MS, imputed, gaps }, cut };
  });
}

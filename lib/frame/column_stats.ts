import pl from "nodejs-polars";
import type { MetricTable } from "./metric_table.ts";

/** What a reader wants to know of a metric first. */
export interface ColumnStats {
  /** The metric's name. */
  readonly name: string;
  /** Unit of the values. */
  readonly unit: string;
  /** Smallest measured value; NaN where nothing was measured. */
  readonly min: number;
  /** Median of the measured values, the mean of the middle two of an even number. */
  readonly median: number;
  /** Largest measured value. */
  readonly max: number;
  /** Share of the steps without a value, in gaps and outages, in [0, 1]. */
  readonly missing: number;
  /** Share of the steps whose value was filled in, in [0, 1]. */
  readonly imputed: number;
}

/**
 * Sums up each metric of a table over its measured values.
 *
 * @param table The table.
 * @returns One entry a metric, in the table's order.
 */
export function columnStats(table: MetricTable): ColumnStats[] {
  const { steps, metrics, values, imputed } = table;
  const column = new Float64Array(steps);
  return metrics.map(({ name, unit }, f) => {
    let [count, missing, filled] = [0, 0, 0];
    for (let t = 0; t < steps; t++) {
      const value = values[t * metrics.length + f] ?? NaN;
      if (Number.isNaN(value)) missing++;
      else if (imputed[t * metrics.length + f] === 1) filled++;
      else column[count++] = value;
    }
    const measured = pl.Series(name, column.slice(0, count), pl.Float64);
    const shares = { missing: missing / steps, imputed: filled / steps };
    return count === 0
      ? { name, unit, min: NaN, median: NaN, max: NaN, ...shares }
      : {
        name,
        unit,
        min: measured.min(),
        median: measured.median(),
        max: measured.max(),
        ...shares,
      };
  });
}

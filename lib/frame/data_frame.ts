import pl from "nodejs-polars";
import { type MetricTable, stepTime } from "@lib/frame/metric_table.ts";
import { TIMESTAMP_COLUMN } from "@lib/frame/schema.ts";

/**
 * Makes a Polars frame of a table, to explore it.
 *
 * @param table The table.
 * @returns `timestamp` (milliseconds, UTC) and one Float64 column a metric,
 *   null where there is no value; shape `[steps, 1 + metrics]`.
 */
export function toDataFrame(table: MetricTable): pl.DataFrame {
  const { steps, metrics, values } = table;
  const times = Float64Array.from(
    { length: steps },
    (_, t) => stepTime(table, t),
  );
  const timestamp = pl.Series(TIMESTAMP_COLUMN, times, pl.Float64)
    .cast(pl.Int64)
    .cast(pl.Datetime("ms", "UTC"));
  const columns = metrics.map(({ name }, f) => {
    const column = Array.from({ length: steps }, (_, t) => {
      const value = values[t * metrics.length + f] ?? NaN;
      return Number.isNaN(value) ? null : value;
    });
    return pl.Series(name, column, pl.Float64);
  });
  return pl.DataFrame([timestamp, ...columns]);
}

import pl from "nodejs-polars";
import { displayAs } from "./display_as.ts";
import { isoTime } from "./iso_time.ts";
import { type MetricTable, stepTime } from "./metric_table.ts";
import { TIMESTAMP_COLUMN } from "./schema.ts";
import { tableForms } from "./table_forms.ts";
import { formatQuantity } from "./units.ts";

/** Rows of a long frame that are shown, from each end. */
const SHOWN_ROWS = 5;

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
  return showFrame(pl.DataFrame([timestamp, ...columns]));
}

/**
 * Makes a frame show itself with its size, times that can be read, three
 * significant digits, and the rows of both ends where it is long. Polars itself
 * shows fifty rows, instants as numbers, and nothing where there is only text.
 *
 * @param frame The frame; what is made of it shows itself as Polars does again.
 * @returns The same frame.
 */
export function showFrame(frame: pl.DataFrame): pl.DataFrame {
  return displayAs(frame, () => {
    const { height, columns } = frame;
    const isLong = height > 2 * SHOWN_ROWS + 1;
    const rows = isLong
      ? [
        ...frame.head(SHOWN_ROWS).rows(),
        null,
        ...frame.tail(SHOWN_ROWS).rows(),
      ]
      : frame.rows();
    const times = columns.map((_, c) => isTime(frame.dtypes[c]));
    return tableForms({
      caption: isLong ? `${height} rows × ${columns.length} columns` : "",
      columns: columns.map((title, c) => ({
        title,
        align: typeof frame.row(0)?.[c] === "number" ? "right" : "left",
      })),
      rows: rows.map((row) =>
        columns.map((_, c) => row ? cellText(row[c], times[c]) : "…")
      ),
    });
  });
}

function isTime(type: unknown): boolean {
  return /Datetime/.test(String(type));
}

function cellText(value: unknown, isTime = false): string {
  if (value === null || value === undefined) return "—";
  if (isTime) return isoTime(Number(value));
  return typeof value === "number" ? formatQuantity(value, "") : String(value);
}

import { HOST_COLUMN, TIMESTAMP_COLUMN } from "../../frame/schema.ts";

/** The column of a long table that names the metric of a row. */
export const METRIC_COLUMN = "metric";

/** The column of a long table that holds the value of a row. */
export const VALUE_COLUMN = "value";

/**
 * Tells whether a table is long: one row a value, in the columns `timestamp`,
 * `metric` and `value`, with or without `host`, and no other.
 *
 * @param names All column names.
 * @returns Whether it is.
 */
export function isLong(names: readonly string[]): boolean {
  const allowed = [TIMESTAMP_COLUMN, METRIC_COLUMN, VALUE_COLUMN, HOST_COLUMN];
  return names.includes(METRIC_COLUMN) && names.includes(VALUE_COLUMN) &&
    names.every((name) => allowed.includes(name));
}

/**
 * Tells which columns hold text; all others hold numbers.
 *
 * @param names All column names.
 * @returns The names of those with text.
 */
export function textColumns(names: readonly string[]): ReadonlySet<string> {
  return new Set([
    TIMESTAMP_COLUMN,
    HOST_COLUMN,
    ...(isLong(names) ? [METRIC_COLUMN] : []),
  ]);
}

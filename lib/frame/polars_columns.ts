import pl from "nodejs-polars";

/**
 * Copies a Polars column into a typed array, nulls as NaN.
 *
 * @param series Any column that Polars can cast to Float64.
 * @returns Its values, shape `[rows]`.
 */
export function toFloat64(series: pl.Series): Float64Array {
  const numbers = series.cast(pl.Float64);
  // toTypedArray() refuses a column with nulls.
  const filled = numbers.nullCount() === 0 ? numbers : pl
    .DataFrame({ values: numbers })
    .select(pl.col("values").fillNull(pl.lit(NaN)))
    .getColumn("values");
  const values: Float64Array = filled.toTypedArray();
  return values;
}

/**
 * Copies a Polars column of text into an array.
 *
 * @param series A column of strings.
 * @returns One cell a row, `null` where there is none.
 */
export function toStrings(series: pl.Series): (string | null)[] {
  return series.toArray().map((cell) => typeof cell === "string" ? cell : null);
}

/**
 * Lists the distinct values of a column of text, in the order they come.
 *
 * @param series A column of strings.
 * @returns The distinct cells, without nulls.
 */
export function distinctStrings(series: pl.Series): string[] {
  return toStrings(series.unique({ maintainOrder: true }))
    .filter((cell) => cell !== null);
}

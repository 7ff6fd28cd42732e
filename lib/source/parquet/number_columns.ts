import pl from "nodejs-polars";
import { InputError } from "../../errors.ts";
import { toFloat64 } from "../../frame/polars_columns.ts";
import { readHead } from "../rows/table_file.ts";
import { openParquet } from "./open_parquet.ts";

/** A Parquet file whose columns are all numbers, times or flags. */
export interface NumberColumns {
  /** Its columns. */
  readonly names: readonly string[];
  /** Its rows. */
  readonly rows: number;
  /**
   * Reads a column.
   *
   * @param name Its name.
   * @returns Shape `[rows]`: times in ms since 1970 UTC, flags as 0 and 1, NaN for
   *   what is missing or no number.
   * @throws {InputError} If it is damaged.
   */
  readonly column: (name: string) => Float64Array;
}

/**
 * Opens a Parquet file to read its columns as numbers, one at a time.
 *
 * @param file The path.
 * @returns What is in it.
 * @throws {InputError} If it is not there, no Parquet file, or damaged.
 */
export async function openNumbers(file: string): Promise<NumberColumns> {
  const { kind } = await readHead(file);
  if (kind !== "parquet") {
    throw new InputError(`read ${file}`, "it must be a Parquet file");
  }
  const { names, rows, read } = await openParquet(file);
  const column = (name: string) => {
    const series = read([name]).getColumn(name);
    const type: string = series.dtype.variant;
    if (type === "Datetime" || type === "Date") {
      return toFloat64(series.cast(pl.Datetime("ms")).cast(pl.Int64));
    }
    return /^(U?Int\d+|Float\d+|Bool)$/.test(type)
      ? toFloat64(series)
      : new Float64Array(series.length).fill(NaN);
  };
  return { names, rows, column };
}

import pl from "nodejs-polars";

/** One column of a Parquet file, by what it holds. */
export type ParquetColumn =
  | { readonly name: string; readonly kind: "time"; readonly ms: Float64Array }
  | {
    readonly name: string;
    readonly kind: "number";
    readonly values: Float32Array;
  }
  | {
    readonly name: string;
    readonly kind: "double";
    readonly values: Float64Array;
  }
  | {
    readonly name: string;
    readonly kind: "flag";
    readonly flags: Uint8Array;
  }
  | {
    readonly name: string;
    readonly kind: "text";
    readonly texts: readonly string[];
  };

/**
 * Makes a Parquet file of columns: times as `datetime[ms, UTC]`, numbers as
 * float32 (doubles as float64) with null for NaN, flags as booleans.
 *
 * @param columns Columns of equal length.
 * @returns The file's bytes.
 *
 * @example Usage
 * ```ts
 * import { toParquet } from "@lib/source/to_parquet.ts";
 * import assert from "node:assert/strict";
 *
 * const bytes = toParquet([
 *   { name: "timestamp", kind: "time", ms: Float64Array.of(0, 60_000) },
 *   { name: "score", kind: "number", values: Float32Array.of(0.5, NaN) },
 * ]);
 * assert.equal(new TextDecoder().decode(bytes.subarray(0, 4)), "PAR1");
 * ```
 */
export function toParquet(columns: readonly ParquetColumn[]): Uint8Array {
  return pl.DataFrame(columns.map(series)).writeParquet({
    compression: "zstd",
  });
}

function series(column: ParquetColumn): pl.Series {
  const { name } = column;
  switch (column.kind) {
    case "time":
      return pl.Series(name, column.ms, pl.Float64)
        .cast(pl.Int64)
        .cast(pl.Datetime("ms", "UTC"));
    case "number":
      return withNulls(pl.Series(name, column.values, pl.Float32));
    case "double":
      return withNulls(pl.Series(name, column.values, pl.Float64));
    case "text":
      return pl.Series(name, [...column.texts], pl.String);
    case "flag":
      return pl.Series(name, column.flags).cast(pl.Bool);
  }
}

/** NaN is how a missing value is told here, null how it is told in a file. */
function withNulls(series: pl.Series): pl.Series {
  const { name } = series;
  return pl.DataFrame([series])
    .select(pl.col(name).fillNan(pl.lit(null)))
    .getColumn(name);
}

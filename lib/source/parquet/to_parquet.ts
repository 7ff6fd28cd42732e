import { Buffer } from "node:buffer";
import { Writable } from "node:stream";
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
 * import { toParquet } from "@lib/source/parquet/to_parquet.ts";
 * import assert from "node:assert/strict";
 *
 * const bytes = toParquet([
 *   { name: "timestamp", kind: "time", ms: Float64Array.of(0, 60_000) },
 *   { name: "score", kind: "number", values: Float32Array.of(0.5, NaN) },
 * ]);
 * assert.equal(new TextDecoder().decode(bytes.subarray(0, 4)), "PAR1");
 * ```
 */
export function toParquet(columns: Iterable<ParquetColumn>): Uint8Array {
  const pieces: Uint8Array[] = [];
  writeParquet(columns, (piece) => pieces.push(new Uint8Array(piece)));
  return Buffer.concat(pieces);
}

/**
 * Writes a table as a Parquet file, piece by piece: it is never in memory as a
 * whole.
 *
 * @param columns Columns of equal length, each used up before the next is taken.
 * @param write Takes the next bytes of the file, which hold until it returns.
 * @throws What `write` throws.
 */
export function writeParquet(
  columns: Iterable<ParquetColumn>,
  write: (piece: Uint8Array) => void,
): void {
  let failure: { readonly error: unknown } | undefined;
  const file = new Writable({
    write(piece: Uint8Array<ArrayBuffer>, _encoding, done) {
      try {
        if (!failure) write(piece);
        // Polars' call holds on to all pieces until it ends.
        const { buffer, byteLength } = piece;
        if (buffer.byteLength === byteLength) buffer.transfer(0);
      } catch (error) {
        // Thrown through Polars, it would be another one.
        failure = { error };
      }
      done();
    },
  });
  pl.DataFrame(Array.from(columns, series))
    .writeParquet(file, { compression: "zstd" });
  if (failure) throw failure.error;
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

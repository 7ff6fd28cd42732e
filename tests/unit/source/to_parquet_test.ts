import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import pl from "nodejs-polars";
import { toParquet } from "@lib/source/to_parquet.ts";

Deno.test("toParquet() writes a missing value as null, every other as it is", () => {
  const frame = pl.readParquet(
    Buffer.from(toParquet([
      { name: "at", kind: "time", ms: Float64Array.of(0, 1, 2) },
      { name: "one", kind: "number", values: Float32Array.of(0.5, NaN, -0) },
      { name: "two", kind: "double", values: Float64Array.of(0.1, NaN, 1e300) },
      { name: "flag", kind: "flag", flags: Uint8Array.of(0, 1, 2) },
      { name: "text", kind: "text", texts: ["a", "", "ü"] },
    ])),
  );
  assert.deepEqual(
    frame.columns.map((name) => String(frame.getColumn(name).dtype)),
    [
      "DataType(Datetime(ms,UTC))",
      "DataType(Float32)",
      "DataType(Float64)",
      "DataType(Bool)",
      "DataType(String)",
    ],
  );
  assert.deepEqual(frame.getColumn("one").toArray(), [0.5, null, -0]);
  assert.deepEqual(frame.getColumn("two").toArray(), [0.1, null, 1e300]);
  assert.deepEqual(frame.getColumn("flag").toArray(), [false, true, true]);
  assert.deepEqual(frame.getColumn("text").toArray(), ["a", "", "ü"]);
});

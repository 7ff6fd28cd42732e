import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import pl from "nodejs-polars";
import { toParquet, writeParquet } from "@lib/source/parquet/to_parquet.ts";

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

Deno.test("writeParquet() fails with what its writer failed with", () => {
  const full = Object.assign(new Error("full"), { code: "ENOSPC" });
  const columns = [
    { name: "a", kind: "double", values: Float64Array.of(1) },
  ] as const;
  assert.throws(
    () =>
      writeParquet(columns, () => {
        throw full;
      }),
    (error) => error === full,
  );
});

Deno.test("writeParquet() takes a column when the one before is used up", () => {
  const order: string[] = [];
  function* columns() {
    for (const name of ["a", "b"]) {
      order.push(name);
      yield { name, kind: "flag", flags: Uint8Array.of(1) } as const;
    }
  }
  const pieces: Uint8Array[] = [];
  writeParquet(columns(), (piece) => pieces.push(new Uint8Array(piece)));
  assert.deepEqual(order, ["a", "b"]);
  const whole = toParquet(columns());
  assert.deepEqual(Buffer.concat(pieces), Buffer.from(whole));
});

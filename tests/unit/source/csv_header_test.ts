import assert from "node:assert/strict";
import { InputError } from "@lib/errors.ts";
import { readCsvHeader, splitCsvLine } from "@lib/source/csv_header.ts";

const header = (text: string) =>
  readCsvHeader(new TextEncoder().encode(text), "a.csv");

Deno.test("splitCsvLine() keeps commas and doubled quotes in quoted fields", () => {
  assert.deepEqual(splitCsvLine('a,"b, ""c""",,d'), ["a", 'b, "c"', "", "d"]);
  assert.deepEqual(splitCsvLine(""), [""]);
  assert.deepEqual(splitCsvLine(",x,"), ["", "x", ""]);
});

Deno.test("readCsvHeader() reads names past a byte order mark and CRLF", () => {
  assert.deepEqual(header('\ufefftimestamp, cpu-user ,"a"\r\n1,2,3\r\n'), [
    "timestamp",
    "cpu-user",
    "a",
  ]);
  assert.deepEqual(header("timestamp"), ["timestamp"]);
});

Deno.test("readCsvHeader() calls a column without a name after its place", () => {
  assert.deepEqual(header(",timestamp,\n"), [
    "column-1",
    "timestamp",
    "column-3",
  ]);
});

Deno.test("readCsvHeader() refuses a name that stands there twice", () => {
  assert.throws(
    () => header("timestamp,a,a\n"),
    new InputError("read a.csv", "columns must have different names", {
      got: "a",
      hint: "it stands there twice",
    }),
  );
});

Deno.test("readCsvHeader() refuses bytes that are no UTF-8, and an endless line", () => {
  assert.throws(
    () => readCsvHeader(Uint8Array.of(0xb0, 0x43, 0x0a), "a.csv"),
    new InputError("read a.csv", "it must be UTF-8 text or Parquet"),
  );
  assert.throws(
    () => readCsvHeader(new Uint8Array(2 ** 20).fill(0x61), "a.csv"),
    /its first line must name the columns; the line is longer than 1 MiB/,
  );
});

import assert from "node:assert/strict";
import { InputError } from "@lib/errors.ts";
import {
  columnNames,
  headerLine,
  splitCsvLine,
} from "@lib/source/csv/csv_header.ts";

const header = (text: string) => names(new TextEncoder().encode(text));
const names = (bytes: Uint8Array) =>
  columnNames(headerLine(bytes, "a.csv"), { file: "a.csv" });

Deno.test("splitCsvLine() keeps commas and doubled quotes in quoted fields", () => {
  assert.deepEqual(splitCsvLine('a,"b, ""c""",,d'), ["a", 'b, "c"', "", "d"]);
  assert.deepEqual(splitCsvLine(""), [""]);
  assert.deepEqual(splitCsvLine(",x,"), ["", "x", ""]);
});

Deno.test("columnNames() reads names past a byte order mark and CRLF", () => {
  assert.deepEqual(header('\ufefftimestamp, cpu-user ,"a"\r\n1,2,3\r\n'), [
    "timestamp",
    "cpu-user",
    "a",
  ]);
  assert.deepEqual(header("timestamp"), ["timestamp"]);
});

Deno.test("columnNames() calls a column without a name after its place", () => {
  assert.deepEqual(header(",timestamp,\n"), [
    "column-1",
    "timestamp",
    "column-3",
  ]);
});

Deno.test("columnNames() refuses a name that stands there twice", () => {
  assert.throws(
    () => header("timestamp,a,a\n"),
    new InputError("read a.csv", "columns must have different names", {
      got: "a",
      hint: "it stands there twice",
    }),
  );
});

Deno.test("headerLine() takes bytes that are no UTF-8 for Windows-1252", () => {
  assert.equal(headerLine(Uint8Array.of(0xb0, 0x43, 0x0a), "a.csv"), "°C");
});

Deno.test("headerLine() refuses an endless line", () => {
  assert.throws(
    () => headerLine(new Uint8Array(2 ** 20).fill(0x61), "a.csv"),
    /its first line must name the columns; the line is longer than 1 MiB/,
  );
});

Deno.test("splitCsvLine() splits at the delimiter it is given", () => {
  assert.deepEqual(splitCsvLine('a,b;"c;d";', ";"), ["a,b", "c;d", ""]);
});

import assert from "node:assert/strict";
import { fc } from "../../../support/fast_check.ts";
import { CsvScanner } from "@lib/source/csv/csv_shape.ts";

const scanner = () =>
  new CsvScanner({ file: "a.csv", delimiter: ",", columns: 2 });

Deno.test("CsvScanner counts the same however the bytes come", () => {
  const text = 'a,"b\n"\r\n1,2"\n\n3\n"4,""",5\n6';
  const bytes = new TextEncoder().encode(text);
  const whole = scanner();
  whole.scan(bytes);
  const shape = whole.end();
  assert.deepEqual(shape, {
    records: 5,
    short: 2,
    firstShort: 5,
    isCut: true,
    breaks: [-1],
    loneQuotes: [11],
    firstLone: 3,
  });
  fc.assert(fc.property(fc.nat(bytes.length), (at) => {
    const parts = scanner();
    parts.scan(bytes.slice(0, at));
    parts.scan(bytes.slice(at));
    assert.deepEqual(parts.end(), shape);
  }));
});

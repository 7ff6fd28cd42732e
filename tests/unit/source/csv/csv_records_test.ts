import assert from "node:assert/strict";
import { csvRecords } from "@lib/source/csv/csv_records.ts";
import { fc } from "../../../support/fast_check.ts";

const fieldsOf = (text: string, delimiter?: string) =>
  csvRecords(text, delimiter).map(({ fields }) => fields);

Deno.test("csvRecords() keeps delimiters, quotes and line ends of quoted fields, and counts lines through them", () => {
  const text = 'a,"b, ""c""\r\nd",e\r\n\r\n  \n"x","",z';
  assert.deepEqual(csvRecords(text), [
    { line: 1, fields: ["a", 'b, "c"\r\nd', "e"] },
    { line: 5, fields: ["x", "", "z"] },
  ]);
});

Deno.test("csvRecords() takes a quote within a field for a character, and an open one too", () => {
  assert.deepEqual(fieldsOf('5" disk,b\n"open,c\nd,e\n'), [
    ['5" disk', "b"],
    ['"open', "c"],
    ["d", "e"],
  ]);
  assert.deepEqual(fieldsOf('"a"b,c\n'), [['"a"b', "c"]]);
});

Deno.test("csvRecords() parts by another delimiter", () => {
  assert.deepEqual(fieldsOf('a;"b;c";d,e\n', ";"), [["a", "b;c", "d,e"]]);
  assert.deepEqual(fieldsOf("a\tb\n", "\t"), [["a", "b"]]);
});

Deno.test("csvRecords() gives fields back that were quoted", () => {
  const cell = fc.string({
    unit: fc.constantFrom('"', ",", "\n", "\r", "a", " ", ";", "\t"),
  });
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }));
  fc.assert(fc.property(rows, (rows) => {
    const text = rows.map((row) =>
      row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")
    ).join("\n");
    assert.deepEqual(fieldsOf(text), rows);
  }));
});

Deno.test("csvRecords() reads a field of a million characters", () => {
  const long = 'x"'.repeat(500_000);
  const text = `a,"${long.replaceAll('"', '""')}"\n`;
  assert.equal(csvRecords(text)[0]?.fields[1], long);
});

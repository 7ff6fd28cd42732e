import assert from "node:assert/strict";
import { type LabelledSpan, MARKS } from "@lib/frame/labelled_span.ts";
import { csvRecords } from "@lib/source/csv/csv_records.ts";
import { parseLabels } from "@lib/source/parse_labels.ts";
import { toLabelsCsv } from "@lib/source/to_labels_csv.ts";
import { fc } from "../../support/fast_check.ts";

const span = {
  startMs: Date.UTC(2026, 10, 1, 10),
  endMs: Date.UTC(2026, 10, 1, 10, 4, 30, 500),
  features: ["cpu-user", "load-1m"],
  mark: "maintenance",
  host: "web-1",
} as const;

Deno.test("toLabelsCsv() writes instants in UTC and keeps formulas from spreadsheets", () => {
  const note = '=HYPERLINK("http://x","y")\nsecond line';
  assert.equal(
    toLabelsCsv([{ ...span, note }]),
    "start,end,features,mark,host,note\n" +
      "2026-11-01T10:00:00Z,2026-11-01T10:04:30.500Z," +
      '"cpu-user;load-1m",maintenance,web-1,' +
      `"'=HYPERLINK(""http://x"",""y"")\nsecond line"\n`,
  );
});

Deno.test("toLabelsCsv() writes seconds of a table that has no place in time, and a label without a mark as true", () => {
  const text = toLabelsCsv([
    { startMs: 60_000, endMs: 90_500, features: ["a;b", "c"], note: "" },
  ], { times: "seconds" });
  assert.equal(text, "start,end,features,mark,host,note\n60,90.5,c,true,,\n");
  const [read] = parseLabels(text, { file: "labels.csv", clock: "unplaced" });
  assert.deepEqual([read?.startMs, read?.endMs], [60_000, 90_500]);
});

const words = fc.string({
  unit: fc.constantFrom(..."=+-@'\",;\n\t ax\u202e<>é"),
}).map((text) => text.trim());
const name = words.filter((text) => text !== "" && !text.includes(";"));

const spans: fc.Arbitrary<LabelledSpan[]> = fc.array(fc.record({
  startMs: fc.integer({ min: 0, max: 1e12 }),
  lengthMs: fc.nat(1e9),
  // A list that begins like a formula is one field, guarded as a whole.
  features: fc.array(name),
  note: words,
  mark: fc.constantFrom(...MARKS),
  host: name,
})).map((rows) =>
  rows.map(({ lengthMs, ...row }) => ({
    ...row,
    endMs: row.startMs + lengthMs,
  }))
    .sort((a, b) => a.startMs - b.startMs)
);

Deno.test("toLabelsCsv() and parseLabels() give labels back, whatever their notes hold", () => {
  fc.assert(fc.property(spans, (spans) => {
    const text = toLabelsCsv(spans);
    const read = parseLabels(text, { file: "labels.csv", clock: "zoned" });
    assert.deepEqual(read, spans);
  }));
});

Deno.test("toLabelsCsv() writes no field that begins like a formula", () => {
  fc.assert(fc.property(spans, (spans) => {
    const fields = csvRecords(toLabelsCsv(spans)).flatMap(({ fields }) =>
      fields
    );
    assert.deepEqual(fields.filter((field) => /^[=+@\t\r-]/.test(field)), []);
  }));
});

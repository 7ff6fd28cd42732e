import assert from "node:assert/strict";
import { SCHEMA } from "@lib/frame/schema.ts";
import { monthCsv } from "../../../../benches/report/month.ts";

const rows = monthCsv(1, 5000).trimEnd().split("\n").map((line) =>
  line.split(",")
);
const [header = [], ...cells] = rows;
const column = (name: string) =>
  cells.map((row) => Number(row[header.indexOf(name)]));

Deno.test("monthCsv() gives one text for one seed, and another for another", () => {
  assert.equal(monthCsv(7, 200), monthCsv(7, 200));
  assert.notEqual(monthCsv(7, 200), monthCsv(8, 200));
});

Deno.test("monthCsv() has a time a minute and 22 metrics of the schema, all finite", () => {
  const known = new Set(SCHEMA.map(({ name }) => name));
  assert.equal(header.length, 23);
  assert.ok(header.slice(1).every((name) => known.has(name)));
  assert.equal(cells.length, 5000);
  assert.deepEqual(
    [cells[0]?.[0], cells[61]?.[0]],
    ["2026-01-01T00:00:00Z", "2026-01-01T01:01:00Z"],
  );
  for (const row of cells) {
    assert.equal(row.length, 23);
    assert.ok(row.slice(1).every((cell) => Number.isFinite(Number(cell))));
  }
});

Deno.test("monthCsv() is quiet first and disturbed near the end", () => {
  const user = column("cpu-user");
  const most = (from: number, to: number) => Math.max(...user.slice(from, to));
  assert.ok(most(3900, 3935) > 1.5 * most(0, 3850));
  assert.equal(new Set(column("sys-mem-total")).size, 1);
});

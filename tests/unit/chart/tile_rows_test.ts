import assert from "node:assert/strict";
import { fc } from "../../support/fast_check.ts";
import { tileRows } from "@lib/chart/tile_rows.ts";

Deno.test("tileRows() joins neighbours of one class and never two rows", () => {
  const classes = ["aab", "bbb"];
  assert.deepEqual(tileRows(2, 3, (row, bin) => classes[row]![bin]), [
    { row: 0, start: 0, end: 2, of: "a" },
    { row: 0, start: 2, end: 3, of: "b" },
    { row: 1, start: 0, end: 3, of: "b" },
  ]);
});

Deno.test("tileRows() covers every bin once with its own class", () => {
  const row = fc.array(fc.constantFrom("x", "y", undefined), {
    minLength: 5,
    maxLength: 5,
  });
  fc.assert(fc.property(fc.array(row), (rows) => {
    const tiles = tileRows(rows.length, 5, (y, x) => rows[y]![x]);
    const painted = rows.map(() => Array<unknown>(5).fill("nothing"));
    for (const { row, start, end, of } of tiles) {
      painted[row]!.fill(of, start, end);
    }
    assert.deepEqual(painted, rows);
  }));
});

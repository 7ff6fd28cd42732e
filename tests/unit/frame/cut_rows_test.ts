import assert from "node:assert/strict";
import { cutRows } from "@lib/frame/cut_rows.ts";
import { rawOf } from "../../support/tables.ts";

const RAW = rawOf([0, 60, 120, 180], { a: [1, 2, 3, 4] }, {
  label: Uint8Array.of(0, 1, 0, 1),
});

Deno.test("cutRows() keeps the first instant and not the last", () => {
  const cut = cutRows(RAW, { fromMs: 60_000, toMs: 180_000 });
  assert.deepEqual([...cut.times], [60_000, 120_000]);
  assert.deepEqual([...cut.columns[0]?.values ?? []], [2, 3]);
  assert.deepEqual([...cut.label ?? []], [1, 0]);
  assert.equal(cutRows(RAW, {}), RAW);
  assert.equal(cutRows(RAW, { fromMs: 1 }).times.length, 3);
  assert.equal(cutRows(RAW, { toMs: 1 }).times.length, 1);
});

Deno.test("cutRows() refuses a span without rows and tells what there is", () => {
  const says = /--from and --to must hold some rows; it has 1970-01-01 00:00/;
  assert.throws(() => cutRows(RAW, { fromMs: 1e9 }), says);
  assert.throws(() => cutRows(RAW, { fromMs: 61_000, toMs: 62_000 }), says);
});

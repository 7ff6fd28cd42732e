import assert from "node:assert/strict";
import { gridRows } from "@lib/frame/grid_rows.ts";

const rows = (times: readonly number[], intervalMs: number) => {
  const grid = gridRows(Float64Array.from(times), intervalMs);
  return { ...grid, stepOfRow: [...grid.stepOfRow] };
};

Deno.test("gridRows() takes the phase of rows that come once an interval", () => {
  assert.deepEqual(rows([63_000, 122_900, 183_100], 60_000), {
    startMs: 63_000,
    intervalMs: 60_000,
    steps: 3,
    stepOfRow: [0, 1, 2],
  });
});

Deno.test("gridRows() finds a phase around the turn of the interval", () => {
  // 59.9 s and 0.1 s are one phase, not two that average to 30 s.
  const grid = rows([59_900, 120_100, 179_900, 240_100], 60_000);
  assert.equal(grid.startMs, 60_000);
  assert.deepEqual(grid.stepOfRow, [0, 1, 2, 3]);
});

Deno.test("gridRows() puts steps on multiples where rows have no common phase", () => {
  const grid = rows([0, 71_000, 100_000, 175_000, 205_000], 60_000);
  assert.equal(grid.startMs % 60_000, 0);
});

Deno.test("gridRows() gives a step only rows that are not later than it, where they are dense", () => {
  const grid = rows([0, 10_000, 50_000, 60_000, 60_001, 120_000], 60_000);
  assert.equal(grid.startMs, 0);
  assert.deepEqual(grid.stepOfRow, [0, 1, 1, 1, 2, 2]);
});

Deno.test("gridRows() puts steps on whole seconds only where all of them can be", () => {
  assert.equal(rows([5100, 7100, 9100], 2000).startMs, 5000);
  assert.equal(rows([5100, 7350, 9600], 2250).startMs, 5100);
  assert.equal(rows([5100, 6100, 7100], 1000).startMs, 5100);
});

Deno.test("gridRows() counts the steps of a gap", () => {
  const grid = rows([0, 60_000, 120_000, 600_000], 60_000);
  assert.equal(grid.steps, 11);
  assert.deepEqual(grid.stepOfRow, [0, 1, 2, 10]);
});

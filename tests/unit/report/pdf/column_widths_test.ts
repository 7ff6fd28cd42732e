import assert from "node:assert/strict";
import { columnWidths } from "@lib/report/pdf/column_widths.ts";

const need = (minimum: number, natural: number, weight = 1) => ({
  minimum,
  natural,
  weight,
});

Deno.test("columnWidths() gives room to the column that has to wrap", () => {
  assert.deepEqual(columnWidths([need(10, 20), need(10, 500)], 100), [20, 80]);
});

Deno.test("columnWidths() divides by weight among columns that have to wrap", () => {
  const widths = columnWidths([need(10, 500, 1), need(10, 500, 3)], 100);
  assert.deepEqual(widths, [30, 70]);
});

Deno.test("columnWidths() gives most to the longest of those that wrap in any case", () => {
  const needs = [need(100, 136), need(50, 194), need(100, 136)];
  assert.deepEqual(columnWidths(needs, 290), [110, 70, 110]);
});

Deno.test("columnWidths() divides by weight what nobody needs", () => {
  const widths = columnWidths([need(5, 10, 1), need(5, 10, 4)], 100);
  assert.deepEqual(widths, [26, 74]);
});

Deno.test("columnWidths() shrinks all alike where the minimums are too much", () => {
  assert.deepEqual(columnWidths([need(100, 200), need(300, 300)], 100), [
    25,
    75,
  ]);
});

Deno.test("columnWidths() of no columns is empty", () => {
  assert.deepEqual(columnWidths([], 100), []);
});

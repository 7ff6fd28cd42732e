import assert from "node:assert/strict";
import { leaveOut } from "@lib/frame/leave_out.ts";
import { stepsIn } from "@lib/frame/steps_in.ts";
import { windowEnds } from "@lib/frame/windows.ts";
import { fc } from "../../support/fast_check.ts";
import { columnOf, tableOf } from "../../support/tables.ts";

const MINUTE = 60_000;
const table = tableOf({
  a: [0, 1, 2, 3, 4, 5, 6, 7],
  b: [7, 6, 5, 4, 3, 2, 1, 0],
});
const span = (start: number, end: number) => ({
  startMs: table.startMs + start * MINUTE,
  endMs: table.startMs + end * MINUTE,
  features: [],
  note: "",
});

Deno.test("leaveOut() makes a gap of the steps of spans, which no window spans", () => {
  const left = leaveOut(table, [span(2, 3), span(3, 3), span(40, 50)]);
  assert.deepEqual([...left.isOut], [0, 0, 1, 1, 0, 0, 0, 0]);
  assert.deepEqual(columnOf(left.table, "a"), [0, 1, NaN, NaN, 4, 5, 6, 7]);
  assert.deepEqual(left.table.gaps, [{ start: 2, end: 4 }]);
  assert.equal(left.spans.length, 2);
  const ends = windowEnds(left.table, { start: 0, end: 8 }, 2);
  assert.deepEqual([...ends], [2, 6, 7, 8]);
  assert.deepEqual(columnOf(table, "a"), [0, 1, 2, 3, 4, 5, 6, 7]);
});

Deno.test("leaveOut() of nothing gives the very table", () => {
  assert.equal(leaveOut(table, []).table, table);
  assert.equal(leaveOut(table, [span(-9, -3)]).table, table);
});

Deno.test("stepsIn() takes the steps whose interval, which ends with them, shares an instant with the span", () => {
  const of = (start: number, end: number) => stepsIn(table, span(start, end));
  assert.deepEqual(of(2, 4), { start: 2, end: 5 });
  assert.deepEqual(of(2.5, 2.5), { start: 3, end: 4 });
  assert.deepEqual(of(2.5, 4.5), { start: 3, end: 6 });
  assert.deepEqual(of(-5, 0), { start: 0, end: 1 });
  assert.deepEqual(of(7, 99), { start: 7, end: 8 });
  const outside = of(7.01, 99);
  assert.equal(outside.start, outside.end);
});

Deno.test("stepsIn() agrees with going through all steps", () => {
  const at = fc.integer({ min: -3 * MINUTE, max: 11 * MINUTE });
  fc.assert(fc.property(at, fc.nat(5 * MINUTE), (from, length) => {
    const { startMs } = table;
    const span = { startMs: startMs + from, endMs: startMs + from + length };
    const { start, end } = stepsIn(table, span);
    for (let t = 0; t < table.steps; t++) {
      const first = startMs + (t - 1) * MINUTE + 1;
      const last = startMs + t * MINUTE;
      const touches = first <= span.endMs && span.startMs <= last;
      assert.equal(t >= start && t < end, touches, String(t));
    }
  }));
});

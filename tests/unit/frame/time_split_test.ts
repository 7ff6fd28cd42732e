import assert from "node:assert/strict";
import { InputError } from "@lib/errors.ts";
import type { StepRange } from "@lib/frame/metric_table.ts";
import { sliceSteps } from "@lib/frame/slice.ts";
import { partsOf, partsOfRest, splitAtShare } from "@lib/frame/time_split.ts";
import { columnOf, tableOf } from "../../support/tables.ts";

const DAY = 1440;
const stepsOf = (ranges: readonly StepRange[]) =>
  ranges.reduce((sum, { start, end }) => sum + end - start, 0);

Deno.test("partsOf() of a short table holds its end out, a window between the parts", () => {
  assert.deepEqual(partsOf(540, 20), {
    fit: [{ start: 0, end: 350 }],
    stop: [{ start: 370, end: 445 }], // 15 % of 500
    calibration: [{ start: 465, end: 540 }],
  });
});

Deno.test("partsOf() spreads what it holds out over time and over the hours of the day", () => {
  const { fit, stop, calibration } = partsOf(20 * DAY, 10);
  assert.deepEqual([stop.length, calibration.length], [5, 5]);
  assert.equal(stepsOf(calibration), 5 * 860); // 15 % of 4 days less 3 windows
  assert.equal(stepsOf(stop), 5 * 860);
  assert.equal(stepsOf(fit), 20 * DAY - 10 * 860 - 15 * 10);
  calibration.forEach(({ start, end }, k) => {
    assert.ok(start >= k * 4 * DAY && end <= (k + 1) * 4 * DAY);
  });
  const hours = new Set(
    calibration.flatMap(({ start, end }) =>
      Array.from({ length: end - start }, (_, i) => (start + i) % DAY)
    ),
  );
  assert.equal(hours.size, DAY);
});

Deno.test("partsOf() leaves room for ten windows in each part of the shortest table", () => {
  const { fit, stop, calibration } = partsOf(300, 30);
  for (const { start, end } of [...fit, ...stop, ...calibration]) {
    assert.ok(end - start - 30 + 1 >= 10, `${start}–${end}`);
  }
});

/** Windows in each part. */
const windowsOf = (parts: ReturnType<typeof partsOf>, window: number) =>
  [parts.fit, parts.stop, parts.calibration].map((ranges) =>
    ranges.reduce(
      (sum, { start, end }) => sum + Math.max(0, end - start - window + 1),
      0,
    )
  );

Deno.test("partsOf() takes fewer blocks where a part of so many had no room for ten windows", () => {
  for (const [steps, window] of [[800, 60], [620, 45], [3000, 240]] as const) {
    const parts = partsOf(steps, window);
    assert.equal(parts.calibration.length, 1, `${steps} steps of ${window}`);
    assert.ok(Math.min(...windowsOf(parts, window)) >= 10);
  }
  assert.equal(partsOf(816, 60).calibration.length, 2);
});

Deno.test("partsOfRest() takes fewer blocks where what is left out breaks the windows of so many", () => {
  const isOut = new Uint8Array(820);
  assert.equal(partsOfRest(isOut, 60).calibration.length, 2);
  isOut[790] = 1; // in the one stretch of the fit part that holds a window
  assert.equal(partsOfRest(isOut, 60).calibration.length, 1);
});

Deno.test("partsOf() refuses fewer than 300 steps and says how many are needed", () => {
  const refusal = (least: number, got: number) =>
    new InputError("train", `at least ${least} steps are needed`, {
      got,
      hint: "give a longer table",
    });
  assert.throws(() => partsOf(299, 30), refusal(300, 299));
  assert.throws(() => partsOf(300, 60), refusal(396, 300));
  assert.doesNotThrow(() => partsOf(396, 60));
});

Deno.test("sliceSteps() clips gaps and moves them and the clock along", () => {
  const table = tableOf(
    { a: [0, NaN, NaN, 3, 4, NaN, 6], b: [0, 1, 2, 3, 4, 5, 6] },
    { label: Uint8Array.of(0, 0, 1, 1, 0, 0, 0) },
  );
  const slice = sliceSteps(table, { start: 2, end: 5 });
  assert.equal(slice.steps, 3);
  assert.equal(slice.startMs, table.startMs + 2 * 60_000);
  assert.deepEqual(columnOf(slice, "b"), [2, 3, 4]);
  assert.deepEqual(slice.gaps, [{ start: 0, end: 1 }]);
  assert.deepEqual([...slice.label ?? []], [1, 1, 0]);
  assert.equal(slice.imputed.length, 6);
  assert.equal(slice.up.length, 3);
});

Deno.test("splitAtShare() gives each step to exactly one side", () => {
  const table = tableOf({ a: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] });
  const { train, scored } = splitAtShare(table, 0.7);
  assert.deepEqual(columnOf(train, "a"), [0, 1, 2, 3, 4, 5, 6]);
  assert.deepEqual(columnOf(scored, "a"), [7, 8, 9]);
  assert.equal(scored.startMs, table.startMs + 7 * 60_000);
});

Deno.test("partsOfRest() shares out the steps that are left, wherever the others lay", () => {
  const isOut = new Uint8Array(2000);
  isOut.fill(1, 100, 300).fill(1, 1500, 2000); // 1,300 are left
  const parts = partsOfRest(isOut, 10);
  const whole = partsOf(1300, 10);
  const left = ({ start, end }: StepRange) =>
    isOut.subarray(start, end).filter((out) => out === 0).length;
  for (const part of ["fit", "stop", "calibration"] as const) {
    assert.deepEqual(
      parts[part].map(left),
      whole[part].map(({ start, end }) => end - start),
    );
  }
  assert.equal(parts.fit.at(-1)?.end, 1500);
});

Deno.test("partsOfRest() says how many steps were left out where too few are left", () => {
  const isOut = new Uint8Array(1000).fill(1, 200);
  assert.throws(
    () => partsOfRest(isOut, 10),
    new InputError("train", "at least 300 steps are needed", {
      got: 200,
      hint: "800 of 1000 are left out as labelled",
    }),
  );
});

Deno.test("partsOfRest() of millions of steps goes through them once, without a list of them", () => {
  const isOut = new Uint8Array(3_000_000);
  isOut.keys = () => assert.fail("a number object a step");
  assert.deepEqual(partsOfRest(isOut, 60), partsOf(isOut.length, 60));
  isOut[7] = 1;
  assert.equal(partsOfRest(isOut, 60).fit.at(-1)?.end, isOut.length);
});

import assert from "node:assert/strict";
import { fillForward } from "@lib/frame/fill_forward.ts";

const STEPS = 60;
const up = new Uint8Array(STEPS).fill(1);

/** The steps that are filled where the only value is the first. */
function filled(
  every: number,
  options: { readonly carry: number; readonly longest: number },
): number {
  const values = new Float64Array(STEPS).fill(NaN);
  values[0] = 7;
  const slow = every === 1 ? [] : [{ start: 0, end: STEPS, every }];
  const { values: all, imputed } = fillForward([{ values, slow }], {
    up,
    metrics: 1,
    ...options,
  });
  const last = imputed.lastIndexOf(1);
  assert.deepEqual([...all.subarray(0, last + 1)], Array(last + 1).fill(7));
  assert.ok(all.subarray(last + 1).every(Number.isNaN));
  return last;
}

Deno.test("fillForward() carries a value over as many missing ones as it is told", () => {
  assert.equal(filled(1, { carry: 3, longest: 50 }), 3);
  assert.equal(filled(10, { carry: 3, longest: 50 }), 39);
  assert.equal(filled(10, { carry: 0, longest: 50 }), 15);
});

Deno.test("fillForward() carries no value longer than it is told", () => {
  assert.equal(filled(1, { carry: 9, longest: 5 }), 5);
  assert.equal(filled(4, { carry: 9, longest: 20 }), 20);
});

Deno.test("fillForward() carries a value that comes seldom until the next one is due, and half as long again", () => {
  assert.equal(filled(10, { carry: 3, longest: 5 }), 15);
  assert.equal(filled(7, { carry: 3, longest: 1 }), 11);
});

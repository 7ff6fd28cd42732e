import assert from "node:assert/strict";
import { fromChanges, heightsOf, toChanges } from "@lib/chart/detail/levels.ts";
import { runsOf } from "@lib/chart/detail/runs.ts";
import { fc } from "../../../support/fast_check.ts";

Deno.test("heightsOf() is 0 at the foot and 1 at the top, and never beyond", () => {
  const heightOf = heightsOf([-2, 6]);
  assert.deepEqual([-9, -2, 0, 6, 7].map(heightOf), [0, 0, 0.25, 1, 1]);
  assert.ok(Number.isNaN(heightOf(NaN)));
  const bent = heightsOf([0, Math.E - 1], Math.log1p);
  assert.ok(Math.abs(bent(Math.sqrt(Math.E) - 1) - 0.5) < 1e-12);
});

Deno.test("toChanges() writes small changes of either sign as small numbers", () => {
  assert.deepEqual(toChanges([0, -1, 0, -2, 3]), [0, 1, 2, 3, 10]);
});

Deno.test("fromChanges() puts the levels where they were, nothing elsewhere", () => {
  const level = fc.option(fc.integer({ min: 0, max: 1000 }), { freq: 3 });
  fc.assert(fc.property(fc.array(level, { maxLength: 60 }), (levels) => {
    const known = levels.filter((one) => one !== null);
    const runs = runsOf(levels.length, (i) => levels[i] !== null);
    assert.deepEqual(
      [...fromChanges(toChanges(known), runs)],
      levels.map((one) => one ?? NaN),
    );
  }));
});

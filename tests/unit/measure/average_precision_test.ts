import assert from "node:assert/strict";
import { averagePrecision } from "@lib/measure/average_precision.ts";
import { fc } from "../../support/fast_check.ts";
import { REAL_CASES, SMALL_CASES } from "../../support/stored_measures.ts";

Deno.test("averagePrecision() is scikit-learn's average_precision_score()", () => {
  for (const { name, score, label, aucPr } of [...REAL_CASES, ...SMALL_CASES]) {
    const own = averagePrecision(score, label);
    assert.ok(Math.abs(own - aucPr) < 1e-9, `${name}: ${own}, not ${aucPr}`);
  }
});

Deno.test("averagePrecision() has no answer without labels", () => {
  assert.ok(Number.isNaN(averagePrecision([1, 2], new Uint8Array(2))));
});

const labelled = fc.array(
  fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 0, max: 1 })),
  { minLength: 1, maxLength: 50 },
).filter((steps) => steps.some(([, label]) => label === 1));

Deno.test("averagePrecision() depends on the order of scores only", () => {
  fc.assert(fc.property(labelled, (steps) => {
    const label = Uint8Array.from(steps, ([, one]) => one);
    const score = steps.map(([s]) => s);
    const own = averagePrecision(score, label);
    assert.equal(averagePrecision(score.map((s) => s ** 3), label), own);
    assert.ok(own > 0 && own <= 1 + 1e-12);
  }));
});

Deno.test("averagePrecision() of one score everywhere is the share of labelled steps", () => {
  fc.assert(fc.property(labelled, (steps) => {
    const label = Uint8Array.from(steps, ([, one]) => one);
    const share = label.reduce((sum, one) => sum + one, 0) / label.length;
    assert.equal(averagePrecision(label.map(() => 1), label), share);
  }));
});

Deno.test("averagePrecision() ranks steps without a score last", () => {
  const label = Uint8Array.of(1, 0, 1);
  assert.equal(
    averagePrecision([2, NaN, NaN], label),
    averagePrecision([2, 0, 0], label),
  );
});

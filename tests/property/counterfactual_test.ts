import assert from "node:assert/strict";
import { fc } from "../support/fast_check.ts";
import { counterfactual } from "@lib/detect/counterfactual/counterfactual.ts";
import type { FeatureSet } from "@lib/detect/counterfactual/impute_sets.ts";
import { type Judge, keyOf } from "@lib/detect/counterfactual/judge_sets.ts";
import {
  smallestSet,
  without,
} from "@lib/detect/counterfactual/smallest_set.ts";
import { uniform } from "../support/sample_series.ts";

/** Up to eight candidates, and any score for any set of them: more may be worse. */
const cases = fc.record({
  candidates: fc.uniqueArray(fc.nat(30), { minLength: 1, maxLength: 8 }),
  seed: fc.integer(),
  clearing: fc.double({ min: 0, max: 0.3, noNaN: true }),
});

type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;

function scoreOf(set: FeatureSet, { seed, clearing }: Case): number {
  const bits = keyOf(set).split("").reduce(
    (hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16777619),
    seed,
  );
  const draw = uniform(bits)();
  return draw < clearing ? draw : 1 + draw;
}

function judgeOf(one: Case): Judge {
  return (sets) => Promise.resolve(sets.map((set) => scoreOf(set, one)));
}

function smaller(of: readonly number[], size: number): FeatureSet[] {
  const sets = of.reduce<FeatureSet[]>(
    (all, f) => [...all, ...all.map((set) => [...set, f])],
    [[]],
  );
  return sets.filter((set) => set.length > 0 && set.length < size);
}

Deno.test("smallestSet() gives at most five candidates with the score that they have", async () => {
  await fc.assert(fc.asyncProperty(cases, async (one) => {
    const { set, score } = await smallestSet(one.candidates, judgeOf(one));
    assert.ok(set.length >= 1 && set.length <= 5);
    assert.deepEqual(set, one.candidates.filter((f) => set.includes(f)));
    assert.equal(score, scoreOf(set, one));
  }));
});

Deno.test("smallestSet() gives a set that clears by no less, and up to three of them by no other fewer", async () => {
  await fc.assert(fc.asyncProperty(cases, async (one) => {
    const { set, score } = await smallestSet(one.candidates, judgeOf(one));
    fc.pre(score < 1);
    const fewer = set.length <= 3
      ? smaller(one.candidates, set.length)
      : set.map((f) => without(set, f));
    for (const other of fewer.filter(({ length }) => length > 0)) {
      assert.ok(scoreOf(other, one) >= 1, `${other} clears, too`);
    }
  }));
});

Deno.test("counterfactual() tells scores that its judge gives, and features that were learned", async () => {
  await fc.assert(fc.asyncProperty(cases, async (one) => {
    const names = Array.from({ length: 31 }, (_, f) => `m${f}`);
    const told = await counterfactual(judgeOf(one), {
      ...{ names, ranked: one.candidates, random: uniform(one.seed) },
    });
    const set = told.features.map((name) => names.indexOf(name));
    assert.ok(set.every((f) => one.candidates.includes(f)));
    assert.equal(told.scoreAfter, scoreOf(set, one));
    assert.equal(told.scoreBefore, scoreOf([], one));
    assert.equal(told.clears, told.scoreAfter < 1);
    told.leaveOneOut.forEach(({ scoreAfter, scoreAlone }, i) => {
      assert.equal(scoreAfter, scoreOf(without(set, set[i]!), one));
      assert.equal(scoreAlone, scoreOf([set[i]!], one));
    });
    assert.equal(told.random.sets, 20);
  }));
});

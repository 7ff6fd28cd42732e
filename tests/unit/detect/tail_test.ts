import assert from "node:assert/strict";
import { levelInterval, tailLevel, tailRate } from "@lib/detect/tail.ts";

const EXCESS = [0.3, 1.2, 0.1, 2.5, 0.7, 0.05, 1.9, 0.4, 3.6, 0.9];
const tail = { from: 1, excess: EXCESS, days: 4 };

const near = (actual: number, expected: number) =>
  assert.ok(Math.abs(actual / expected - 1) < 1e-7, `${actual} ${expected}`);

Deno.test("tailLevel() is SciPy's exponential quantile", () => {
  // python3 -c "from scipy.stats import genpareto; import numpy as np
  // E=[0.3,1.2,0.1,2.5,0.7,0.05,1.9,0.4,3.6,0.9]; m=10/4*7
  // print(genpareto.isf(1/m, 0, loc=1, scale=np.mean(E)))"
  near(tailLevel(tail, 1 / 7), 4.334464026282831);
  near(tailRate(tail, 4.334464026282831), 1 / 7);
  assert.equal(tailLevel(tail, 10), 1, "more often than peaks came");
});

Deno.test("levelInterval() is the profile likelihood's of SciPy's generalised Pareto", () => {
  // python3 tests/testdata/tail/make_expected.py
  const [low, high] = levelInterval(tail, 1 / 7)!;
  near(low, 2.905703146056168);
  near(high, 12.025768582885025);
});

Deno.test("levelInterval() is wider the fewer peaks there are, and the rarer the budget", () => {
  const width = (excess: readonly number[], perDay: number) => {
    const [low, high] = levelInterval({ ...tail, excess }, perDay)!;
    return Math.log((high - 1) / (low - 1));
  };
  const many = [...EXCESS, ...EXCESS, ...EXCESS, ...EXCESS];
  assert.ok(width(EXCESS, 1 / 7) > width(many, 4 / 7));
  assert.ok(width(EXCESS, 1 / 7) > width(EXCESS, 1));
});

Deno.test("levelInterval() holds the exponential's level where the peaks are exponential", () => {
  const excess = Array.from(
    { length: 40 },
    (_, i) => -Math.log(1 - (i + 0.5) / 40),
  );
  const exponential = { from: 0, excess, days: 5 };
  const [low, high] = levelInterval(exponential, 0.1)!;
  const level = tailLevel(exponential, 0.1);
  assert.ok(low < level && level < high, `${low} ${level} ${high}`);
});

Deno.test("levelInterval() says nothing where no peak exceeds the level, or all time does", () => {
  assert.equal(levelInterval({ ...tail, excess: [0, 0] }, 1 / 7), null);
  assert.equal(levelInterval(tail, 3), null);
});

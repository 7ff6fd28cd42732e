import assert from "node:assert/strict";
import { autocorrelation } from "@lib/frame/autocorrelation.ts";

// numpy: x = np.array([2,7,1,8,2,8,1,8,2,8], float)
// [np.corrcoef(x[:len(x)-k], x[k:])[0,1] for k in range(5)]
const DIGITS = [2, 7, 1, 8, 2, 8, 1, 8, 2, 8];

Deno.test("autocorrelation() is Pearson's of the series and itself later", () => {
  const expected = [
    1,
    -0.9775252199076787,
    0.9710834400425721,
    -0.9875971908927862,
    0.993941043765473,
  ];
  const byLag = autocorrelation(DIGITS, 4);
  assert.equal(byLag.length, 5);
  byLag.forEach((value, lag) =>
    assert.ok(Math.abs(value - expected[lag]!) < 1e-12, `lag ${lag}`)
  );
});

Deno.test("autocorrelation() leaves pairs out of which a value is missing", () => {
  const gap = [1, 2, NaN, 4, 6, 5, 9];
  // pairs one apart: (1,2) (4,6) (6,5) (5,9): np.corrcoef([1,4,6,5],[2,6,5,9])[0,1]
  assert.ok(Math.abs(autocorrelation(gap, 1)[1]! - 0.6948792289723036) < 1e-12);
});

Deno.test("autocorrelation() of a constant, or of too few pairs, is not defined", () => {
  assert.deepEqual([...autocorrelation([3, 3, 3, 3], 1)], [NaN, NaN]);
  assert.deepEqual([...autocorrelation([1, 2, 3, 5], 2)].slice(2), [NaN]);
  assert.deepEqual([...autocorrelation([], 0)], [NaN]);
});

import assert from "node:assert/strict";
import { againstBudget } from "@lib/measure/against_budget.ts";
import { poissonInterval } from "@lib/measure/poisson_interval.ts";

Deno.test("poissonInterval() is SciPy's, for small and for large means", () => {
  // python3 -c "from scipy.stats import poisson
  // print([poisson.interval(0.95, m) for m in (0.02, 0.2, 1, 2.1, 16.3, 350.5, 8760)])"
  const expected = [
    ...[[0.02, 0, 0], [0.2, 0, 1], [1, 0, 3], [2.1, 0, 5], [16.3, 9, 25]],
    ...[[350.5, 314, 388], [8760, 8577, 8944]],
  ];
  for (const [mean = NaN, low, high] of expected) {
    assert.deepEqual(poissonInterval(mean), [low, high], String(mean));
  }
  assert.deepEqual(poissonInterval(0), [0, 0]);
});

Deno.test("againstBudget() counts both ends of the interval as within it", () => {
  const standing = [8, 9, 25, 26].map((n) => againstBudget(n, 16.3).standing);
  assert.deepEqual(standing, ["below", "within", "within", "above"]);
});

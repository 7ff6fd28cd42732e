import assert from "node:assert/strict";
import { quantile } from "@lib/detect/quantile.ts";

// python3 -c "import numpy as np; x=[3,1,4,1,5,9,2,6]; print([float(np.quantile(x,q)) for q in (0,.1,.5,.99,1)])"
const NUMPY: readonly (readonly [number, number])[] = [
  [0, 1],
  [0.1, 1],
  [0.5, 3.5],
  [0.99, 8.79],
  [1, 9],
];

Deno.test("quantile() uses the R-7 method, as NumPy does", () => {
  for (const [q, expected] of NUMPY) {
    const actual = quantile([3, 1, 4, 1, 5, 9, 2, 6], q);
    assert.ok(Math.abs(actual - expected) < 1e-12, `q=${q}: ${actual}`);
  }
});

Deno.test("quantile() passes over what is not finite", () => {
  assert.equal(quantile([NaN, 1, Infinity, 3], 0.5), 2);
  assert.ok(Number.isNaN(quantile([NaN], 0.5)));
});

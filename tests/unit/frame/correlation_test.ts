import assert from "node:assert/strict";
import { correlations } from "@lib/frame/correlation.ts";
import { tableOf } from "../../support/tables.ts";

Deno.test("correlations() are numpy's, over the steps at which both were measured", () => {
  // python3 -c "import numpy as np
  // a=[1,2,3,4,5]; b=[2,1,4,3,7]; c=[5,3,3,1,0]
  // np.set_printoptions(precision=17); print(np.corrcoef([a,b,c]))"
  const table = tableOf({
    a: [1, 2, 3, 4, 5, 60],
    b: [2, 1, 4, 3, 7, NaN],
    c: [5, 3, 3, 1, 0, NaN],
    flat: [1, 1, 1, 1, 1, 1],
  });
  const [aa, ab, ac, aFlat, ba, bb, bc] = correlations(table);
  const near = (actual: number | undefined, expected: number) =>
    assert.ok(Math.abs((actual ?? NaN) - expected) < 1e-12, `${actual}`);
  near(aa, 1);
  near(ab, 0.8241633836921342);
  near(ac, -0.9733285267845752);
  assert.equal(ba, ab);
  near(bb, 1);
  near(bc, -0.7130504285145384);
  assert.ok(Number.isNaN(aFlat));
});

Deno.test("correlations() do not count imputed values", () => {
  const table = tableOf({ a: [1, 2, 3, 3], b: [1, 2, 3, 90] }, {
    imputed: Uint8Array.of(0, 0, 0, 0, 0, 0, 1, 0),
  });
  assert.equal(correlations(table)[1], 1);
});

import assert from "node:assert/strict";
import { splitWeights } from "@lib/model/flat_weights.ts";
import { simdReconstructor } from "@lib/model/simd/simd_reconstructor.ts";
import { drawCase } from "../../../support/simd_case.ts";

const shape = { window: 6, features: 3, hidden: 5 };
const first = drawCase(1, shape, { windows: 40 });
const second = drawCase(2, shape, { windows: 30 });
/** Takes more jobs than there are places for them. */
const long = drawCase(3, shape, { windows: 5000 });

for (const threads of [1, 2]) {
  Deno.test(`reconstruct() at once, prepared for ${threads} threads, gives what it gives one after the other`, async () => {
    const weights = splitWeights(first.weights, shape);
    const network = await simdReconstructor({ shape, weights }, { threads });
    const all = [first, second, long, first].map(({ windows }) => windows);
    const apart = [];
    for (const windows of all) {
      apart.push(await network.reconstruct(windows, { steps: "all" }));
    }
    await network.prepare?.(1e6);
    const atOnce = await Promise.all(
      all.map((windows) => network.reconstruct(windows, { steps: "all" })),
    );
    // A difference of thousands of values would be told for minutes.
    for (const [i, values] of apart.entries()) {
      assert.ok(values.every((value, k) => Object.is(atOnce[i]?.[k], value)));
    }
    assert.notDeepEqual(apart[1]?.subarray(0, 18), apart[0]?.subarray(0, 18));
    network.dispose();
  });
}

Deno.test("reconstruct() of no windows gives nothing", async () => {
  const weights = splitWeights(first.weights, shape);
  const network = await simdReconstructor({ shape, weights }, { threads: 2 });
  const none = { ...first.windows, ends: new Int32Array() };
  const values = await network.reconstruct(none, { steps: "last" });
  assert.equal(values.length, 0);
  network.dispose();
});

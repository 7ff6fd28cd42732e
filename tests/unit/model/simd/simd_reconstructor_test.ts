import assert from "node:assert/strict";
import { splitWeights } from "@lib/model/flat_weights.ts";
import { simdReconstructor } from "@lib/model/simd/simd_reconstructor.ts";
import { drawCase } from "../../../support/simd_case.ts";

const shape = { window: 6, features: 3, hidden: 5 };
const first = drawCase(1, shape, { windows: 40 });
const second = drawCase(2, shape, { windows: 30 });

Deno.test("reconstruct() called twice at once gives what it gives one after the other", async () => {
  const weights = splitWeights(first.weights, shape);
  const network = await simdReconstructor({ shape, weights }, { threads: 1 });
  const all = [first, second, first].map(({ windows }) => windows);
  const apart = [];
  for (const windows of all) {
    apart.push(await network.reconstruct(windows, { steps: "all" }));
  }
  const atOnce = await Promise.all(
    all.map((windows) => network.reconstruct(windows, { steps: "all" })),
  );
  assert.deepEqual(atOnce, apart);
  assert.notDeepEqual(apart[1]?.subarray(0, 18), apart[0]?.subarray(0, 18));
  network.dispose();
});

Deno.test("reconstruct() of no windows gives nothing", async () => {
  const weights = splitWeights(first.weights, shape);
  const network = await simdReconstructor({ shape, weights }, { threads: 2 });
  const none = { ...first.windows, ends: new Int32Array() };
  const values = await network.reconstruct(none, { steps: "last" });
  assert.equal(values.length, 0);
  network.dispose();
});

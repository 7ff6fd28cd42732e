import assert from "node:assert/strict";
import { initialWeights } from "@lib/model/initial_weights.ts";
import { buildNetwork } from "@lib/model/tfjs/network.ts";
import { reconstructWindows } from "@lib/model/tfjs/reconstruct.ts";
import { backendOf, TFJS_ENGINES } from "../../../support/engines.ts";
import { toyWindows } from "../../../support/toy_windows.ts";

const SHAPE = { window: 8, features: 3, hidden: 6 };

for (const { engineName, ignore } of TFJS_ENGINES) {
  Deno.test({
    name:
      `reconstructWindows() on ${engineName} does not depend on the batch size`,
    ignore,
    fn: async () => {
      const backend = await backendOf(engineName);
      const weights = await initialWeights(SHAPE, { seed: 1 });
      const network = await buildNetwork(backend, { shape: SHAPE, weights });
      const windows = toyWindows({ windows: 37 });
      const reconstruct = (batchSize: number) =>
        reconstructWindows({ backend, network, windows }, {
          steps: "all",
          batchSize,
        });

      const whole = await reconstruct(256);
      for (const batchSize of [1, 5, 37]) {
        const other = await reconstruct(batchSize);
        assert.equal(other.length, whole.length);
        whole.forEach((value, i) =>
          assert(Math.abs(value - (other[i] ?? NaN)) < 1e-6, `at ${i}`)
        );
      }
      network.dispose();
    },
  });
}

import assert from "node:assert/strict";
import { gradientStep, meanLoss } from "@lib/model/tfjs/loss.ts";
import { buildNetwork, getWeights } from "@lib/model/tfjs/network.ts";
import { reconstructWindows } from "@lib/model/tfjs/reconstruct.ts";
import { backendOf, TFJS_ENGINES } from "../../support/engines.ts";
import { assertClose } from "../../support/close.ts";
import reference from "../../testdata/model/lstm_reference.json" with {
  type: "json",
};

// PyTorch 2.13.0 in float64; see tests/testdata/model/lstm_reference.py.
const shape = {
  window: reference.window,
  features: reference.features,
  hidden: reference.hidden,
};
const weights = reference.weights.map((values) => Float32Array.from(values));
const windows = {
  values: Float32Array.from(reference.windows),
  features: shape.features,
  length: shape.window,
  ends: Int32Array.of(shape.window, 2 * shape.window),
};

for (const { engineName, ignore } of TFJS_ENGINES) {
  Deno.test({
    name: `The network on ${engineName} reconstructs what PyTorch's does`,
    ignore,
    fn: async () => {
      const backend = await backendOf(engineName);
      const network = await buildNetwork(backend, { shape, weights });
      const on = { backend, network, windows };
      assertClose(
        await reconstructWindows(on, { steps: "all" }),
        reference.reconstruction,
        { within: 1e-6 },
      );
      assertClose([await meanLoss(on)], [reference.loss], { within: 1e-6 });
      network.dispose();
    },
  });

  Deno.test({
    name: `gradientStep() on ${engineName} follows PyTorch's gradient`,
    ignore,
    fn: async () => {
      const backend = await backendOf(engineName);
      const network = await buildNetwork(backend, { shape, weights });
      const batch = Int32Array.of(0, 1);
      // Plain descent with rate 1: what the weights lose is the gradient.
      const descent = backend.tf.train.sgd(1);
      const at = { backend, network, windows, batch };
      assertClose([gradientStep(at, descent)], [reference.loss], {
        within: 1e-6,
      });
      getWeights(network).forEach((after, i) => {
        const before = weights[i] ?? new Float32Array();
        const gradient = before.map((value, j) => value - (after[j] ?? NaN));
        assertClose(gradient, reference.gradients[i] ?? [], { within: 1e-6 });
      });
      descent.dispose();
      network.dispose();
    },
  });
}

Deno.test("lstm_reference.json holds gradients that a wrong one would miss", () => {
  const largest = reference.gradients.map((values) =>
    Math.max(...values.map(Math.abs))
  );
  assert(largest.every((value) => value > 1e-4), `${largest}`);
});

import assert from "node:assert/strict";
import { initialWeights } from "@lib/model/initial_weights.ts";
import { gradientStep, meanLoss } from "@lib/model/tfjs/loss.ts";
import { buildNetwork } from "@lib/model/tfjs/network.ts";
import { backendOf, NO_TFJS_NODE } from "../../../support/engines.ts";
import { toyWindows } from "../../../support/toy_windows.ts";

const shape = { window: 8, features: 3, hidden: 2 };
const weights = await initialWeights(shape, { seed: 1 });
const windows = toyWindows({ windows: 4 });

Deno.test({
  name:
    "gradientStep() and meanLoss() compute on their own backend after another was used",
  ignore: NO_TFJS_NODE,
  fn: async () => {
    const backend = await backendOf("tfjs-node");
    const network = await buildNetwork(backend, { shape, weights });
    const other = await backendOf("wasm");
    const { tf } = backend;
    const on = { backend, network, windows };

    const loss = meanLoss(on);
    assert.equal(tf.getBackend(), "tensorflow");
    await loss;

    other.activate();
    assert.equal(tf.getBackend(), "wasm");
    const descent = tf.train.sgd(0.1);
    gradientStep({ ...on, batch: Int32Array.of(0) }, descent);
    assert.equal(tf.getBackend(), "tensorflow");
    descent.dispose();
    network.dispose();
  },
});

import assert from "node:assert/strict";
import { initialWeights } from "@lib/model/initial_weights.ts";
import { gradientStep } from "@lib/model/tfjs/loss.ts";
import { buildNetwork, getWeights } from "@lib/model/tfjs/network.ts";
import { reconstructWindows } from "@lib/model/tfjs/reconstruct.ts";
import { assertClose } from "../../../support/close.ts";
import { backendOf, NO_TFJS_NODE } from "../../../support/engines.ts";
import { toyWindows } from "../../../support/toy_windows.ts";

const shape = { window: 8, features: 3, hidden: 6 };
const weights = await initialWeights(shape, { seed: 3 });
const windows = toyWindows({ windows: 20 });

/** The same network with tfjs' own LSTM layers and with fused ones. */
async function stockAndFused() {
  const fusing = await backendOf("tfjs-node");
  const backends = [{ ...fusing, accelerate: () => {} }, fusing];
  return await Promise.all(backends.map(async (backend) => ({
    backend,
    network: await buildNetwork(backend, { shape, weights }),
    windows,
  })));
}

Deno.test({
  name: "fuseLstms() leaves what a network gives as it was, to 1e-6",
  ignore: NO_TFJS_NODE,
  fn: async () => {
    const [stock, fused] = await stockAndFused();
    assert(stock && fused);
    assertClose(
      await reconstructWindows(fused, { steps: "all" }),
      await reconstructWindows(stock, { steps: "all" }),
      { within: 1e-6 },
    );
    stock.network.dispose();
    fused.network.dispose();
  },
});

Deno.test({
  name: "fuseLstms() leaves the gradient as it was, to 1e-6",
  ignore: NO_TFJS_NODE,
  fn: async () => {
    const afterStep = (await stockAndFused()).map((on) => {
      const descent = on.backend.tf.train.sgd(1);
      gradientStep({ ...on, batch: Int32Array.of(0, 3, 9) }, descent);
      const after = getWeights(on.network);
      descent.dispose();
      on.network.dispose();
      return after;
    });
    const [stock = [], fused = []] = afterStep;
    assert.equal(fused.length, 8);
    fused.forEach((after, i) => {
      assertClose(after, stock[i] ?? [], { within: 1e-6 });
      assert.notDeepEqual(after, weights[i], "the step must change the weight");
    });
  },
});

Deno.test({
  name: "fuseLstms() runs the fused kernel",
  ignore: NO_TFJS_NODE,
  fn: async () => {
    const backend = await backendOf("tfjs-node");
    const network = await buildNetwork(backend, { shape, weights });
    const { tf } = backend;
    const own = tf.layers.lstm({ units: 1 });
    const calls = network.layers.map((layer) => layer.call);
    assert.notEqual(calls[0], own.call, "encoder");
    assert.notEqual(calls[2], own.call, "decoder");
    network.dispose();
  },
});

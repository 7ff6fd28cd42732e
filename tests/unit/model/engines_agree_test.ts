import assert from "node:assert/strict";
import type { WindowSet } from "@lib/model/engine.ts";
import { engineOf, NO_TFJS_NODE } from "../../support/engines.ts";
import { TOY_OPTIONS, toyWindows } from "../../support/toy_windows.ts";

Deno.test({
  name: "The engines give the same errors to 1e-3 on equal weights",
  ignore: NO_TFJS_NODE,
  fn: async () => {
    const wasm = await engineOf("wasm");
    const native = await engineOf("tfjs-node");
    const windows = toyWindows({ windows: 300, length: 12, features: 5 });
    const options = { ...TOY_OPTIONS, hidden: 16, epochs: 2 };
    const { bytes } = await native.train(
      { fit: windows, stop: windows },
      options,
    );

    const errors = await Promise.all([wasm, native].map(async (engine) => {
      const network = await engine.load(bytes);
      // Both at once: each must take the backend back after a pause.
      const last = await network.reconstructLast(windows);
      network.dispose();
      return windowErrors(windows, last);
    }));
    const [a = [], b = []] = errors;
    assert.equal(a.length, 300);
    a.forEach((error, w) => {
      const other = b[w] ?? NaN;
      const relative = Math.abs(error - other) / other;
      assert(relative < 1e-3, `window ${w}: ${error} against ${other}`);
    });
  },
});

Deno.test({
  name: "The engines train to the same losses from the same seed",
  ignore: NO_TFJS_NODE,
  fn: async () => {
    const windows = toyWindows();
    const losses = [];
    for (const name of ["wasm", "tfjs-node"] as const) {
      const engine = await engineOf(name);
      const trained = await engine.train(
        { fit: windows, stop: windows },
        TOY_OPTIONS,
      );
      losses.push(trained.losses.map(({ stop }) => stop));
    }
    const [a = [], b = []] = losses;
    a.forEach((loss, i) => {
      const other = b[i] ?? NaN;
      assert(Math.abs(loss - other) < 1e-3 * other, `${a} against ${b}`);
    });
  },
});

/** Squared error of the last step, its features' mean, one a window. */
function windowErrors(windows: WindowSet, last: Float32Array): number[] {
  const { values, features, ends } = windows;
  return [...ends].map((end, w) => {
    let sum = 0;
    for (let f = 0; f < features; f++) {
      const x = values[(end - 1) * features + f] ?? NaN;
      sum += (x - (last[w * features + f] ?? NaN)) ** 2;
    }
    return sum / features;
  });
}

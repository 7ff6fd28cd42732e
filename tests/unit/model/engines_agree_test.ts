import assert from "node:assert/strict";
import type { WindowSet } from "@lib/model/engine.ts";
import { assertClose } from "../../support/close.ts";
import {
  engineOf,
  NO_TFJS_NODE,
  TFJS_ENGINES as OTHERS,
} from "../../support/engines.ts";
import { TOY_OPTIONS, toyWindows } from "../../support/toy_windows.ts";

for (const { engineName, ignore } of OTHERS) {
  Deno.test({
    name: `simd gives the errors of ${engineName} to 1e-3 on its weights`,
    ignore,
    fn: async () => {
      const simd = await engineOf("simd");
      const other = await engineOf(engineName);
      const windows = toyWindows({ windows: 300, length: 12, features: 5 });
      const options = { ...TOY_OPTIONS, hidden: 16, epochs: 2 };
      for (const trainer of [simd, other]) {
        const { bytes } = await trainer.train(
          { fit: windows, stop: windows },
          options,
        );
        const [a = [], b = []] = await Promise.all(
          [simd, other].map(async (engine) => {
            const network = await engine.load(bytes);
            const last = await network.reconstructLast(windows);
            network.dispose();
            return windowErrors(windows, last);
          }),
        );
        assert.equal(a.length, 300);
        a.forEach((error, w) => {
          const relative = Math.abs(error - b[w]!) / b[w]!;
          assert(relative < 1e-3, `window ${w}: ${error} against ${b[w]}`);
        });
      }
    },
  });

  Deno.test({
    name: `simd trains to the losses of ${engineName} from the same seed`,
    ignore,
    fn: async () => {
      // A remainder of 5 in each epoch, and two shards a batch.
      const windows = toyWindows({ windows: 101 });
      const stop = toyWindows({ windows: 30, from: 110 });
      const [a = [], b = []] = await Promise.all(
        (["simd", engineName] as const).map(async (name) => {
          const engine = await engineOf(name);
          const { losses } = await engine.train(
            { fit: windows, stop },
            TOY_OPTIONS,
          );
          return losses.flatMap(({ fit, stop }) => [fit, stop]);
        }),
      );
      assert.equal(a.length, 12);
      a.forEach((loss, i) => {
        assert(Math.abs(loss - b[i]!) < 1e-5 * b[i]!, `${a} against ${b}`);
      });
    },
  });
}

Deno.test({
  name: "The backends of tfjs take turns where two networks run at once",
  ignore: NO_TFJS_NODE,
  fn: async () => {
    const [wasm, native] = [
      await engineOf("wasm"),
      await engineOf("tfjs-node"),
    ];
    const windows = toyWindows({ windows: 300, length: 12, features: 5 });
    const options = { ...TOY_OPTIONS, hidden: 16, epochs: 1 };
    const { bytes } = await native.train(
      { fit: windows, stop: windows },
      options,
    );
    const [a, b] = await Promise.all([wasm, native].map(async (engine) => {
      const network = await engine.load(bytes);
      // Both at once: each must take the backend back after a pause.
      const last = await network.reconstructLast(windows);
      network.dispose();
      return last;
    }));
    assertClose(a!, [...b!], { within: 1e-4 });
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

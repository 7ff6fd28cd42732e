import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import type { ModelBytes } from "@lib/model/engine.ts";
import { assertClose } from "../../support/close.ts";
import { engineOf, ENGINES } from "../../support/engines.ts";
import { TOY_OPTIONS, toyWindows } from "../../support/toy_windows.ts";

/** Serves a saved model as two files, the way a web server would. */
function stockLoader({ modelJson, weights }: ModelBytes): tf.io.IOHandler {
  return tf.io.http("http://localhost/model.json", {
    fetchFunc: (url) => {
      if (url === "http://localhost/model.json") {
        const headers = { "content-type": "application/json" };
        return Promise.resolve(new Response(modelJson, { headers }));
      }
      assert.equal(url, "http://localhost/weights.bin");
      const headers = { "content-type": "application/octet-stream" };
      return Promise.resolve(new Response(weights.slice(), { headers }));
    },
  });
}

for (const { engineName, ignore } of ENGINES) {
  Deno.test({
    name:
      `toModelBytes() after training on ${engineName} gives a model that stock tfjs loads and that reconstructs the same`,
    ignore,
    fn: async () => {
      const engine = await engineOf(engineName);
      const windows = toyWindows({ windows: 12 });
      const options = { ...TOY_OPTIONS, epochs: 2 };
      const { bytes } = await engine.train(
        { fit: windows, stop: windows },
        options,
      );
      const network = await engine.load(bytes);
      const ours = await network.reconstruct(windows);
      network.dispose();

      tf.enableProdMode(); // no banner of the plain backend
      await tf.setBackend("cpu");
      const model = await tf.loadLayersModel(stockLoader(bytes));
      const x = [...windows.ends].flatMap((end) => [
        ...windows.values.subarray((end - 8) * 3, end * 3),
      ]);
      const y = model.predict(tf.tensor(x, [12, 8, 3]));
      assert(y instanceof tf.Tensor);
      assert.deepEqual(y.shape, [12, 8, 3]);
      assertClose(ours, y.dataSync(), { within: 1e-5 });
      assert.deepEqual(
        model.layers.map((layer) => layer.getClassName()),
        ["LSTM", "RepeatVector", "LSTM", "Dense"],
      );
      model.dispose();
    },
  });
}

Deno.test("toModelBytes() writes the same bytes for the same training", async () => {
  const engine = await engineOf("wasm");
  const windows = toyWindows({ windows: 12 });
  const options = { ...TOY_OPTIONS, epochs: 1 };
  const [a, b] = [
    await engine.train({ fit: windows, stop: windows }, options),
    await engine.train({ fit: windows, stop: windows }, options),
  ];
  assert.deepEqual(a.bytes, b.bytes);
});

import assert from "node:assert/strict";
import { windowWork } from "../../../../benches/peers/work.ts";

Deno.test("windowWork() counts the products of a network, by hand", () => {
  // Two steps of 3 features through 5 units, 20 gates. Forward, multiplications:
  // x 2·3·20 = 120, h of the second step 5·20 = 100, code 100, decoder's h 100,
  // output 2·5·3 = 30: 450. Back: all again for weights, and for errors all but x.
  const shape = { window: 2, features: 3, hidden: 5, batch: 64 };
  assert.deepEqual(windowWork(shape), {
    train: 2 * (450 + 450 + 330),
    // Of the output only the last step: 15 fewer.
    score: 2 * 435,
  });
});

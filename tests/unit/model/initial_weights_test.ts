import assert from "node:assert/strict";
import {
  glorotUniform,
  initialWeights,
  orthogonal,
} from "@lib/model/initial_weights.ts";
import { joinWeights } from "@lib/model/flat_weights.ts";
import { weightSpecs } from "@lib/model/network_shape.ts";
import { seededRandom } from "@lib/model/random.ts";

const shape = { window: 5, features: 3, hidden: 4 };

Deno.test("initialWeights() gives one array a weight, of its size", async () => {
  const weights = await initialWeights(shape, { seed: 0 });
  assert.deepEqual(
    weights.map(({ length }) => length),
    weightSpecs(shape).map(({ shape }) => shape.reduce((a, b) => a * b)),
  );
});

Deno.test("initialWeights() opens the forget gates and nothing else", async () => {
  const weights = await initialWeights(shape, { seed: 0 });
  const [, , bias, , , other, , output] = weights;
  const forget = [0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0];
  assert.deepEqual([...bias ?? []], forget);
  assert.deepEqual([...other ?? []], forget);
  assert.deepEqual([...output ?? []], [0, 0, 0]);
});

/** SHA-256 of all weights; other ones make every stored training another one. */
const FROZEN = [
  {
    shape: { window: 5, features: 5, hidden: 65 },
    seed: 7,
    hash: "49c3a9e67a346edf5e1057105f1443163afb0e2dbb2e34b99458aa5fb8dcf371",
  },
  {
    shape: { window: 5, features: 22, hidden: 64 },
    seed: 1,
    hash: "ba8f3f8b93f0677fbbb6063050619bc50dbc8c6b9f73d1c105c9e6f668310793",
  },
];

Deno.test("initialWeights() draws the same bits as ever", async () => {
  for (const { shape, seed, hash } of FROZEN) {
    const weights = joinWeights(await initialWeights(shape, { seed }));
    const copy = Float32Array.from(weights);
    const digest = await crypto.subtle.digest("SHA-256", copy);
    assert.equal(new Uint8Array(digest).toHex(), hash);
  }
});

Deno.test("initialWeights() lets timers run while it draws many", async () => {
  let ticks = 0;
  const timer = setInterval(() => ticks++, 1);
  await initialWeights({ ...shape, hidden: 256 }, { seed: 0 });
  clearInterval(timer);
  assert(ticks >= 2, `${ticks} ticks`);
});

Deno.test("orthogonal() makes orthonormal rows", async () => {
  const [rows, columns] = [24, 96];
  const random = seededRandom(3);
  const pause = async () => {};
  const q = await orthogonal([rows, columns], { random, pause });
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < rows; j++) {
      let dot = 0;
      for (let k = 0; k < columns; k++) {
        dot += (q[i * columns + k] ?? NaN) * (q[j * columns + k] ?? NaN);
      }
      assert(Math.abs(dot - (i === j ? 1 : 0)) < 1e-6, `${i}, ${j}: ${dot}`);
    }
  }
});

Deno.test("glorotUniform() has the variance 2 / (rows + columns)", () => {
  const values = glorotUniform(100, 300, seededRandom(4));
  const squares = values.map((value) => value * value);
  const variance = squares.reduce((a, b) => a + b) / values.length;
  assert(Math.abs(variance - 2 / 400) < 2e-4, `${variance}`);
  const limit = Math.sqrt(6 / 400);
  assert(values.every((value) => Math.abs(value) <= limit));
});

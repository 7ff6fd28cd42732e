import assert from "node:assert/strict";
import {
  glorotUniform,
  initialWeights,
  orthogonal,
} from "@lib/model/initial_weights.ts";
import { weightSpecs } from "@lib/model/network_shape.ts";
import { seededRandom } from "@lib/model/random.ts";

const shape = { window: 5, features: 3, hidden: 4 };

Deno.test("initialWeights() gives one array a weight, of its size", () => {
  assert.deepEqual(
    initialWeights(shape, 0).map(({ length }) => length),
    weightSpecs(shape).map(({ shape }) => shape.reduce((a, b) => a * b)),
  );
});

Deno.test("initialWeights() opens the forget gates and nothing else", () => {
  const [, , bias, , , other, , output] = initialWeights(shape, 0);
  const forget = [0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0];
  assert.deepEqual([...bias ?? []], forget);
  assert.deepEqual([...other ?? []], forget);
  assert.deepEqual([...output ?? []], [0, 0, 0]);
});

Deno.test("orthogonal() makes orthonormal rows", () => {
  const [rows, columns] = [24, 96];
  const q = orthogonal(rows, columns, seededRandom(3));
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

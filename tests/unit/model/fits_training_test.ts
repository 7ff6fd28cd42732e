import assert from "node:assert/strict";
import type { TrainState } from "@lib/model/engine.ts";
import { fitsTraining } from "@lib/model/fits_training.ts";
import { weightCount } from "@lib/model/flat_weights.ts";
import { TOY_OPTIONS, toyWindows } from "../../support/toy_windows.ts";

const fit = toyWindows(); // 96 windows, 6 batches
const training = { windows: { fit, stop: fit }, options: TOY_OPTIONS };
const count = weightCount({ window: 8, features: 3, hidden: 8 });
const numbers = () => new Float32Array(count).fill(0.5);
const state: TrainState = {
  losses: [3, 1, 2].map((stop, i) => ({ epoch: i + 1, fit: 1, stop })),
  steps: 18,
  weights: numbers(),
  firstMoments: numbers(),
  secondMoments: numbers(),
  bestEpoch: 2,
  bestWeights: numbers(),
};
const [first, second, third] = state.losses;

const FOREIGN: readonly (readonly [string, Partial<TrainState>])[] = [
  ["of no epoch", { losses: [], steps: 0 }],
  ["of more epochs than there shall be", {
    losses: Array.from(
      { length: 7 },
      (_, i) => ({ epoch: i + 1, fit: 1, stop: 7 - i }),
    ),
    steps: 42,
    bestEpoch: 7,
  }],
  ["with an epoch left out", { losses: [first!, third!], steps: 12 }],
  ["with a loss that is no number", {
    losses: [first!, second!, { ...third!, stop: NaN }],
  }],
  ["of larger batches", { steps: 9 }],
  ["whose best epoch is not the best", { bestEpoch: 3 }],
  ["of a smaller network", { weights: numbers().subarray(1) }],
  ["with short moments", { firstMoments: numbers().subarray(1) }],
  ["with an infinite weight", { bestWeights: numbers().fill(Infinity, 3, 4) }],
  ["with a mean square below 0", { secondMoments: numbers().fill(-1, 3, 4) }],
];

Deno.test("fitsTraining() takes a state of the same windows and schedule", () => {
  assert.equal(fitsTraining(state, training), true);
});

for (const [what, change] of FOREIGN) {
  Deno.test(`fitsTraining() refuses a state ${what}`, () => {
    assert.equal(fitsTraining({ ...state, ...change }, training), false);
  });
}

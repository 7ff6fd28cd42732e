import assert from "node:assert/strict";
import type { TrainState } from "@lib/model/engine.ts";
import { fitsTraining } from "@lib/model/fits_training.ts";
import { TOY_TRAINING, toyState } from "../../support/train_states.ts";

const state = toyState();
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
  ["of a smaller network", { weights: state.weights.subarray(1) }],
  ["with short moments", { firstMoments: state.weights.subarray(1) }],
  ["with an infinite weight", {
    bestWeights: state.weights.slice().fill(Infinity, 3, 4),
  }],
  ["with a mean square below 0", {
    secondMoments: state.weights.slice().fill(-1, 3, 4),
  }],
];

Deno.test("fitsTraining() takes a state of the same windows and schedule", () => {
  assert.equal(fitsTraining(state, TOY_TRAINING), true);
});

for (const [what, change] of FOREIGN) {
  Deno.test(`fitsTraining() refuses a state ${what}`, () => {
    assert.equal(fitsTraining({ ...state, ...change }, TOY_TRAINING), false);
  });
}

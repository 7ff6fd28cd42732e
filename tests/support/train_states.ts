import type { TrainState } from "@lib/model/engine.ts";
import type { PlannedTraining } from "@lib/model/fits_training.ts";
import { weightCount } from "@lib/model/flat_weights.ts";
import { TOY_OPTIONS, toyWindows } from "./toy_windows.ts";

const windows = toyWindows(); // 96 windows, 6 batches of 16

/** A training of six epochs. */
export const TOY_TRAINING: PlannedTraining = {
  windows: { fit: windows, stop: windows },
  options: TOY_OPTIONS,
};

/**
 * Makes a state of {@linkcode TOY_TRAINING} after three epochs without training.
 *
 * @returns A state that fits; the second epoch is the best.
 */
export function toyState(): TrainState {
  const count = weightCount({ window: 8, features: 3, hidden: 8 });
  const numbers = (first: number) =>
    Float32Array.from({ length: count }, (_, i) => first + i / 7);
  return {
    losses: [3, 1, 2].map((stop, i) => ({ epoch: i + 1, fit: 1 / 3, stop })),
    steps: 18,
    weights: numbers(-1),
    firstMoments: numbers(-2),
    secondMoments: numbers(0),
    bestEpoch: 2,
    bestWeights: numbers(-3),
  };
}

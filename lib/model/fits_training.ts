import type { TrainOptions, TrainState, TrainWindows } from "./engine.ts";
import { weightCount } from "./flat_weights.ts";

/** A training that is about to begin. */
export interface PlannedTraining {
  /** What it learns from. */
  readonly windows: TrainWindows;
  /** Sizes and schedule. */
  readonly options: TrainOptions;
}

/**
 * Tells whether a training can go on from a state: its arrays have the network's
 * size, its counts are those of these windows and this schedule, and all numbers
 * are finite. That the windows are the same ones it cannot tell.
 *
 * @param state The state; as it was read from a file, so anything may stand in it.
 * @param training The training.
 * @returns Whether it fits.
 */
export function fitsTraining(
  state: TrainState,
  { windows: { fit }, options }: PlannedTraining,
): boolean {
  const { losses, steps, bestEpoch } = state;
  const { hidden, epochs, batchSize } = options;
  const batches = Math.ceil(fit.ends.length / batchSize);
  const count = weightCount({
    window: fit.length,
    features: fit.features,
    hidden,
  });
  const lowest = Math.min(...losses.map(({ stop }) => stop));
  const arrays = [
    state.weights,
    state.firstMoments,
    state.secondMoments,
    state.bestWeights,
  ];
  return losses.length > 0 && losses.length <= epochs &&
    losses.every((loss, i) =>
      loss.epoch === i + 1 && [loss.fit, loss.stop].every(Number.isFinite)
    ) &&
    steps === losses.length * batches &&
    losses.findIndex(({ stop }) => stop === lowest) === bestEpoch - 1 &&
    arrays.every((array) =>
      array.length === count && array.every(Number.isFinite)
    ) &&
    state.secondMoments.every((moment) => moment >= 0);
}

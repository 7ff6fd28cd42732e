import type { TrainOptions } from "../../model/engine.ts";
import type { Params } from "../params/params.ts";

/** Windows a gradient step. */
const BATCH_SIZE = 64;

/** Gradient steps that training aims at where `--epochs` does not say. */
const AIMED_STEPS = 3000;

/**
 * Fills in how a network is trained.
 *
 * @param params The run's parameters.
 * @param windows How many windows it learns from.
 * @returns Sizes and schedule.
 */
export function trainOptions(
  { hidden, epochs, seed }: Pick<Params, "hidden" | "epochs" | "seed">,
  windows: number,
): TrainOptions {
  const stepsPerEpoch = Math.ceil(windows / BATCH_SIZE);
  return {
    hidden,
    epochs: epochs ??
      Math.min(100, Math.max(10, Math.ceil(AIMED_STEPS / stepsPerEpoch))),
    batchSize: BATCH_SIZE,
    learningRate: 1e-3,
    patience: 10,
    seed,
  };
}

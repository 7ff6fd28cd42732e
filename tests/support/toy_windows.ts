import type { TrainOptions, WindowSet } from "@lib/model/engine.ts";

/** Trains a toy in a second or so. */
export const TOY_OPTIONS: TrainOptions = {
  hidden: 8,
  epochs: 6,
  batchSize: 16,
  learningRate: 0.01,
  patience: 6,
  seed: 7,
};

/** Sizes of a toy. */
export interface ToyOptions {
  /** How many windows. @default {96} */
  readonly windows?: number;
  /** Steps a window. @default {8} */
  readonly length?: number;
  /** Features a step. @default {3} */
  readonly features?: number;
  /** First step, to get other windows of the same series. @default {0} */
  readonly from?: number;
}

/**
 * Makes windows over sines of different periods, one a feature, scaled to [0, 1].
 *
 * @param options Sizes.
 * @returns The windows, a step apart.
 */
export function toyWindows(options: ToyOptions = {}): WindowSet {
  const { windows = 96, length = 8, features = 3, from = 0 } = options;
  const steps = windows + length - 1;
  const values = new Float32Array(steps * features);
  for (let t = 0; t < steps; t++) {
    for (let f = 0; f < features; f++) {
      values[t * features + f] = 0.5 +
        0.5 * Math.sin(2 * Math.PI * (t + from) / (7 + 3 * f));
    }
  }
  const ends = Int32Array.from({ length: windows }, (_, w) => w + length);
  return { values, features, length, ends };
}

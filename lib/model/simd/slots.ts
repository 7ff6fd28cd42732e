import type { NetworkShape } from "../network_shape.ts";

/** How work is cut into jobs. */
export interface JobSizes {
  /** Sizes of the network. */
  readonly shape: NetworkShape;
  /** Windows a gradient step; 0 where nothing is trained. */
  readonly batchSize: number;
  /** Gradient blocks of a batch at most. */
  readonly shards: number;
  /** Batches of a training job. */
  readonly jobBatches: number;
  /** Windows of a scoring job at most. */
  readonly jobWindows: number;
  /** Steps of a scoring job at most. */
  readonly jobSteps: number;
}

/** Addresses inside a slot, from its start; bytes in all. */
export interface TrainSlot {
  /** Of the losses, f64, `[batches][shards]`; windows are at 0. */
  readonly losses: number;
  /** Size. */
  readonly bytes: number;
}

/**
 * Lays out a slot of a training job.
 *
 * @param sizes Of the plan.
 * @returns Addresses from the slot's start.
 */
export function trainSlot(
  { shape, jobBatches, batchSize, shards }: Pick<
    JobSizes,
    "shape" | "jobBatches" | "batchSize" | "shards"
  >,
): TrainSlot {
  const windows = jobBatches * batchSize * shape.window * shape.features;
  const losses = lines(4 * windows);
  return { losses, bytes: losses + lines(8 * jobBatches * shards) };
}

/** Addresses inside a slot, from its start; bytes in all. */
export interface ScoreSlot {
  /** Of the windows' first steps, i32; the steps' values are at 0. */
  readonly starts: number;
  /** Of the results. */
  readonly out: number;
  /** Size. */
  readonly bytes: number;
}

/**
 * Lays out a slot of a scoring job.
 *
 * @param sizes Of the plan.
 * @returns Addresses from the slot's start.
 */
export function scoreSlot(
  { shape, jobSteps, jobWindows }: Pick<
    JobSizes,
    "shape" | "jobSteps" | "jobWindows"
  >,
): ScoreSlot {
  const { window, features } = shape;
  const starts = lines(4 * jobSteps * features);
  const out = starts + lines(4 * jobWindows);
  return {
    starts,
    out,
    bytes: out + lines(4 * jobWindows * window * features),
  };
}

/** To whole lines of the cache. */
function lines(bytes: number): number {
  return Math.ceil(bytes / 64) * 64;
}

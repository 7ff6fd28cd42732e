import type { WindowSet } from "../engine.ts";
import { batches } from "../windows.ts";
import type { Plan } from "./plan.ts";
import { trainSlot } from "./slots.ts";
import type { Team } from "./team.ts";

/** Gradient steps that a team has been asked to take. */
export interface GivenJob {
  /** Windows of each batch. */
  readonly counts: readonly number[];
  /**
   * Waits for the steps.
   *
   * @returns Each batch's mean squared error before its step.
   */
  losses(): Promise<readonly number[]>;
}

/** What to learn, and how. */
export interface TrainJobOptions {
  /** The series and its windows. */
  readonly fit: WindowSet;
  /** Windows a gradient step. */
  readonly batchSize: number;
  /** Step size of Adam. */
  readonly learningRate: number;
  /** Steps that Adam has taken before. */
  readonly steps: number;
  /** Which slot to use; its last job must be done. */
  readonly slot: number;
}

/**
 * Copies windows into a slot and has a team take gradient steps on them.
 *
 * @param team The team.
 * @param order Numbers of the windows, as many as a job takes at most.
 * @param options What to learn, and how.
 * @returns The job, under way.
 */
export function giveTrainJob(
  { plan, floats, run }: Team,
  order: Int32Array,
  { fit, batchSize, learningRate, steps, slot }: TrainJobOptions,
): GivenJob {
  const at = plan.layout.slots[slot]!;
  const losses = at + trainSlot(plan).losses;
  const counts = [...batches(order, batchSize)].map(({ length }) => length);
  copyWindows(fit, order, floats.subarray(at / 4));
  const done = run({
    kind: "train",
    windows: at,
    counts,
    shardWindows: plan.shardWindows,
    losses,
    shards: plan.shards,
    steps,
    learningRate,
  });
  const sums = new Float64Array(floats.buffer, losses);
  return {
    counts,
    losses: async () => {
      await done;
      return counts.map((count, b) => batchLoss(plan, sums, { count, b }));
    },
  };
}

/** One after the other, as in `gatherWindows`, but into memory that is there. */
function copyWindows(
  { values, features, length, ends }: WindowSet,
  order: Int32Array,
  to: Float32Array,
): void {
  const size = length * features;
  order.forEach((w, i) => {
    const end = ends[w]! * features;
    to.set(values.subarray(end - size, end), i * size);
  });
}

/** Adds the shards' sums up, always in the same order. */
function batchLoss(
  { shape, shards, shardWindows }: Plan,
  sums: Float64Array,
  { count, b }: { readonly count: number; readonly b: number },
): number {
  const used = Math.ceil(count / shardWindows);
  let sum = 0;
  for (let s = 0; s < used; s++) sum += sums[b * shards + s]!;
  return sum / (count * shape.window * shape.features);
}

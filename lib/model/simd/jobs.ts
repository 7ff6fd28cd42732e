import type { Kernel } from "./kernel.ts";
import { LANES } from "./layout.ts";
import type { Seat } from "./seat.ts";

/** Something to compute; addresses are in bytes. */
export type Job = TrainJob | ScoreJob;

/** Gradient steps on some batches; all threads work on it together. */
export interface TrainJob {
  readonly kind: "train";
  /** Windows, one after the other, row-major. */
  readonly windows: number;
  /** Windows of each batch. */
  readonly counts: readonly number[];
  /** Windows of a batch whose gradient is one block. */
  readonly shardWindows: number;
  /** Where losses go: f64, sums of squared errors, `[batches][shards]`. */
  readonly losses: number;
  /** Shards of a full batch. */
  readonly shards: number;
  /** Steps that Adam has taken before. */
  readonly steps: number;
  /** Step size of Adam. */
  readonly learningRate: number;
}

/** Reconstruction of some windows; one thread does it. */
export interface ScoreJob {
  readonly kind: "score";
  /** The steps that the windows are of, row-major. */
  readonly steps: number;
  /** How many. */
  readonly stepCount: number;
  /** Each window's first step, i32. */
  readonly starts: number;
  /** How many windows. */
  readonly windows: number;
  /** First step of each window to give back. */
  readonly firstStep: number;
  /** Where they go, row-major. */
  readonly out: number;
}

/** As tfjs and Keras have them: Kingma & Ba, ICLR 2015 (arXiv 1412.6980). */
const BETA_1 = 0.9;
const BETA_2 = 0.999;

/** tfjs' and Keras' for float32. */
const EPSILON = 1e-7;

/**
 * Does a thread's part of a job, with a stop wherever it may be interrupted.
 *
 * @param kernel The thread's kernel.
 * @param job What to compute.
 * @param seat Where the thread sits among the others.
 */
export function* work(kernel: Kernel, job: Job, seat: Seat): Generator<void> {
  if (job.kind === "train") yield* train(kernel, job, seat);
  else {
    kernel.project(job.steps, job.stepCount);
    yield;
    kernel.reconstruct(job.starts, job.windows, job.firstStep, job.out);
  }
}

function* train(kernel: Kernel, job: TrainJob, seat: Seat): Generator<void> {
  const { window = 0, features = 0 } = kernel.globals;
  const losses = new Float64Array(kernel.memory.buffer, job.losses);
  const windowBytes = 4 * window * features;
  let windows = job.windows;
  let first = 0;
  let steps = job.steps;
  for (const count of job.counts) {
    const shards = Math.ceil(count / job.shardWindows);
    const scale = 2 / (count * window * features);
    for (let s = seat.take(); s < shards; s = seat.take()) {
      const from = s * job.shardWindows;
      losses[first + s] = shardGradient(kernel, s, {
        windows: windows + from * windowBytes,
        count: Math.min(job.shardWindows, count - from),
        windowBytes,
        scale,
      });
      yield;
    }
    seat.meet();
    steps++;
    const correction = Math.sqrt(1 - BETA_2 ** steps);
    const rate = job.learningRate * correction / (1 - BETA_1 ** steps);
    const epsilon = EPSILON * correction;
    kernel.update(seat.rank, seat.members, shards, rate, epsilon);
    seat.meet();
    windows += count * windowBytes;
    first += job.shards;
  }
}

/** Gives the shard's sum of squared errors. */
function shardGradient(
  kernel: Kernel,
  shard: number,
  { windows, count, windowBytes, scale }: {
    readonly windows: number;
    readonly count: number;
    readonly windowBytes: number;
    readonly scale: number;
  },
): number {
  const { gradients = 0, gradientBytes = 0 } = kernel.globals;
  const block = gradients + shard * gradientBytes;
  new Uint8Array(kernel.memory.buffer, block, gradientBytes).fill(0);
  let loss = 0;
  for (let w = 0; w < count; w += LANES) {
    loss += kernel.accumulateGradient(
      windows + w * windowBytes,
      Math.min(LANES, count - w),
      block,
      scale,
    );
  }
  return loss;
}

import { InputError } from "../../errors.ts";
import type { NetworkShape } from "../network_shape.ts";
import { LANES, type Layout, layOut, SCORE_LANES } from "./layout.ts";
import { paddedSizes } from "./padded_sizes.ts";
import { type JobSizes, scoreSlot, trainSlot } from "./slots.ts";

/** What has to be computed. */
export interface PlannedWork {
  /** Sizes of the network. */
  readonly shape: NetworkShape;
  /** Windows that go forward only. */
  readonly scored: number;
  /** Windows that are trained on, each counted once an epoch; none by default. */
  readonly trained?: number;
  /** Windows a gradient step; 0 where nothing is trained. */
  readonly batchSize?: number;
  /** Threads that may be used. */
  readonly threads: number;
}

/** How work is cut, and where it lies. */
export interface Plan extends JobSizes {
  /** Threads that compute: no more than the work is worth. */
  readonly threads: number;
  /** Windows of a batch whose gradient is one block. */
  readonly shardWindows: number;
  /** Where everything lies. */
  readonly layout: Layout;
}

/** Gradient blocks at most: as many threads can train a batch. */
const MOST_SHARDS = 8;

/** Bytes that gradient blocks take together, at most, where more than one is needed. */
const MOST_GRADIENT_BYTES = 2 ** 28;

/** Bytes of a job's windows or results. */
const JOB_BYTES = 2 ** 22;

/** Multiplications of a job and thread: some 20 ms, so progress is shown often. */
const JOB_WORK = 5e8;

/** Multiplications for which it is worth to start a thread: some 100 ms. */
const THREAD_WORK = 2e9;

/**
 * Multiplications of a batch for which a thread is worth its two meetings: with
 * fewer, as of 16 units over windows of 10, two threads took longer than one.
 */
const BATCH_WORK = 1e7;

/**
 * Raised when the TypeScript of this folder changes what is computed, down to the
 * last bit: how batches are cut, Adam's corrections, the order of sums. It stands
 * in the engine's version beside the kernel's hash.
 */
export const CUT_REVISION = 1;

/** 32-bit addresses reach no farther. */
const MOST_BYTES = 2 ** 32;

/**
 * Plans how to compute something. The shards follow from the network and the
 * batch size alone, never from the number of threads: that keeps results the same
 * to the bit, however many there are.
 *
 * @param work What is to be computed.
 * @returns How it is cut, and where it lies; nothing is allocated.
 * @throws {InputError} If no 32-bit memory can hold it.
 */
export function planWork(work: PlannedWork): Plan {
  const { shape, scored, trained = 0, batchSize = 0 } = work;
  const { window, features } = shape;
  const forward = forwardWork(shape);
  const shardWindows = shardSize(shape, batchSize);
  const shards = Math.ceil(batchSize / shardWindows);
  const total = forward * (scored + 3 * trained);
  const useful = Math.min(
    Math.max(Math.floor(total / THREAD_WORK), 1),
    shards > 0
      ? clamp(Math.floor(3 * forward * batchSize / BATCH_WORK), [1, shards])
      : Infinity,
  );
  const windowBytes = 4 * window * features;
  const jobWindows = Math.min(
    512,
    roundDown(JOB_WORK / forward),
    roundDown(JOB_BYTES / windowBytes),
  );
  const jobSteps = Math.max(jobWindows - 1, (LANES - 1) * window) + window;
  for (let threads = clamp(work.threads, [1, useful]);; threads--) {
    const batchWork = 3 * forward * batchSize / threads;
    const jobBatches = shards === 0 ? 0 : clamp(
      Math.floor(Math.min(
        JOB_WORK / batchWork,
        JOB_BYTES / (windowBytes * batchSize),
      )),
      [1, Infinity],
    );
    const layout = layOut({
      shape,
      threads,
      shards,
      projected: jobSteps,
      slotBytes: Math.max(
        trainSlot({ shape, jobBatches, batchSize, shards }).bytes,
        scoreSlot({ shape, jobSteps, jobWindows }).bytes,
      ),
      slots: 2 * threads,
    });
    const sizes = {
      batchSize,
      shardWindows,
      shards,
      jobBatches,
      jobWindows,
      jobSteps,
    };
    if (layout.bytes <= MOST_BYTES) {
      return { shape, threads, ...sizes, layout };
    }
    // Another thread is not worth a failure.
    if (threads === 1) throw tooLarge(layout);
  }
}

/**
 * Says that a network does not fit into memory.
 *
 * @param layout What was to be had.
 * @param cause Why it was not given, if it was asked for.
 * @returns The error.
 */
export function tooLarge(
  { bytes, own }: Pick<Layout, "bytes" | "own">,
  cause?: unknown,
): InputError {
  return new InputError("run the network", "there must be memory for it", {
    got: `${(bytes / 2 ** 30).toPrecision(2)} GiB needed`,
    hint: "give a smaller --hidden or --window" +
      (own.length > 1 ? ", or fewer --threads" : ""),
    cause,
  });
}

/** Multiplications of a window's way forward. */
function forwardWork(shape: NetworkShape): number {
  const { matrices } = paddedSizes(shape);
  const { encoder, recurrent, output } = matrices;
  return shape.window * (encoder.size + recurrent.size + output.size);
}

function shardSize(shape: NetworkShape, batchSize: number): number {
  const { encoder, input, recurrent, output } = paddedSizes(shape).matrices;
  const bytes = 4 * (encoder.size + input.size + recurrent.size + output.size);
  const most = clamp(Math.floor(MOST_GRADIENT_BYTES / bytes), [1, MOST_SHARDS]);
  const microBatches = Math.ceil(batchSize / LANES);
  return LANES * Math.max(1, Math.ceil(microBatches / most));
}

/** To whole groups of windows, at least one. */
function roundDown(windows: number): number {
  return SCORE_LANES * Math.max(1, Math.floor(windows / SCORE_LANES));
}

function clamp(value: number, [low, high]: readonly [number, number]): number {
  return Math.min(Math.max(value, low), high);
}

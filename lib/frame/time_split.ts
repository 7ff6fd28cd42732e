import { InputError } from "../errors.ts";
import type { MetricTable, StepRange } from "./metric_table.ts";
import { sliceSteps } from "./slice.ts";

/** The parts of training data: disjoint ranges, each in order of time. */
export interface TrainingParts {
  /** Steps that weights and scaler are fitted on. */
  readonly fit: readonly StepRange[];
  /** Steps whose loss ends the training. */
  readonly stop: readonly StepRange[];
  /** Steps that thresholds are fitted on. */
  readonly calibration: readonly StepRange[];
}

/** Share of the early-stopping part, and as much of the calibration part. */
const HELD_OUT = 0.15;

/** Fewer steps than this are refused, however short the window. */
const LEAST_STEPS = 300;

/** Windows that the early-stopping and calibration parts have room for at least. */
const LEAST_WINDOWS = 10;

/** Training time is cut into so many blocks at most, each with all three parts. */
const MOST_BLOCKS = 5;

/**
 * Moves the held-out parts from block to block by as much of it, so that they do
 * not fall on one time of day where a block lasts whole days: multiples of the
 * golden ratio leave no large hole.
 */
const SHIFT = (Math.sqrt(5) - 1) / 2;

/**
 * Cuts training steps into fit, early-stopping and calibration parts, a window
 * apart, so that no window of one part shares a step with one of another or sees
 * it as its immediate past.
 *
 * Time is cut into up to five blocks first, none shorter than the shortest table
 * that can be learned from and as many as leave ten windows to every part, and each
 * block gives 15 % to early stopping and 15 % to calibration right
 * after it: one day out of the ordinary is then not all that a threshold knows.
 *
 * @param steps Steps in the training data.
 * @param window Steps a window.
 * @returns The parts; all but the windows between them cover the steps.
 * @throws {InputError} If there are too few steps; names the number needed.
 *
 * @example Usage
 * ```ts
 * import { partsOf } from "@lib/frame/time_split.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(partsOf(540, 20), {
 *   fit: [{ start: 0, end: 350 }],
 *   stop: [{ start: 370, end: 445 }],
 *   calibration: [{ start: 465, end: 540 }],
 * });
 * assert.equal(partsOf(1440, 20).calibration.length, 4);
 * ```
 */
export function partsOf(steps: number, window: number): TrainingParts {
  const least = leastTrainingSteps(window);
  if (steps < least) {
    throw new InputError("train", `at least ${least} steps are needed`, {
      got: steps,
      hint: "give a longer table",
    });
  }
  return roomiest(steps, {
    window,
    windowsIn: ({ start, end }) => end - start - window + 1,
  });
}

/** How steps are cut into parts. */
interface Cut {
  /** Steps a window. */
  readonly window: number;
  /** Tells how many windows a range of the steps holds; below 1 for none. */
  readonly windowsIn: (range: StepRange) => number;
}

/**
 * Cuts steps into as many blocks as leave room for all parts: of a window that is
 * long beside a block, what lies around the held-out parts holds none.
 */
function roomiest(steps: number, { window, windowsIn }: Cut): TrainingParts {
  const hasRoom = (ranges: readonly StepRange[]) =>
    ranges.reduce((sum, range) => sum + Math.max(0, windowsIn(range)), 0) >=
      LEAST_WINDOWS;
  const most = Math.floor(steps / leastTrainingSteps(window));
  for (let count = Math.min(MOST_BLOCKS, most); count > 1; count--) {
    const { fit, stop, calibration } = inBlocks(steps, { window, count });
    if ([fit, stop, calibration].every(hasRoom)) {
      return { fit, stop, calibration };
    }
  }
  return inBlocks(steps, { window, count: 1 });
}

function inBlocks(
  steps: number,
  { window, count }: { readonly window: number; readonly count: number },
): TrainingParts {
  const blocks = Array.from({ length: count }, (_, k) =>
    blockOf(
      {
        start: Math.round(k * steps / count),
        end: Math.round((k + 1) * steps / count),
      },
      { window, before: count === 1 ? 1 : (k + 1) * SHIFT % 1 },
    ));
  return {
    fit: joined(blocks.flatMap(({ fit }) => fit)),
    stop: blocks.flatMap(({ stop }) => stop),
    calibration: blocks.flatMap(({ calibration }) => calibration),
  };
}

/** Cuts one block; so much of what it fits lies before what it holds out. */
function blockOf(
  { start, end }: StepRange,
  { window, before }: { readonly window: number; readonly before: number },
): TrainingParts {
  const usable = end - start - (before === 1 ? 2 : 3) * window;
  const held = Math.max(leastPartSteps(window), Math.round(HELD_OUT * usable));
  const stopStart = start + Math.round(before * (usable - 2 * held)) + window;
  const calibrationStart = stopStart + held + window;
  const calibrationEnd = calibrationStart + held;
  return {
    fit: [
      { start, end: stopStart - window },
      { start: Math.min(end, calibrationEnd + window), end },
    ],
    stop: [{ start: stopStart, end: stopStart + held }],
    calibration: [{ start: calibrationStart, end: calibrationEnd }],
  };
}

/** Makes one of ranges that touch, and leaves out those without a step. */
function joined(ranges: readonly StepRange[]): StepRange[] {
  const whole: StepRange[] = [];
  for (const range of ranges) {
    const last = whole.at(-1);
    if (range.start >= range.end) continue;
    if (last?.end === range.start) {
      whole.splice(-1, 1, { start: last.start, end: range.end });
    } else whole.push(range);
  }
  return whole;
}

/**
 * Cuts what is left of training steps into the same parts, where some were taken
 * out: the shares and the windows between are counted in steps that are left.
 *
 * @param isOut 1 where a step was taken out, shape `[steps]`.
 * @param window Steps a window.
 * @returns Half-open ranges of the table; what was taken out lies in them, too.
 * @throws {InputError} If too few steps are left; names the number needed.
 *
 * @example Usage
 * ```ts
 * import { partsOf, partsOfRest } from "@lib/frame/time_split.ts";
 * import assert from "node:assert/strict";
 *
 * const isOut = new Uint8Array(1100);
 * assert.deepEqual(partsOfRest(isOut, 20), partsOf(1100, 20));
 * isOut.fill(1, 1040);
 * assert.deepEqual(partsOfRest(isOut, 20), partsOf(1040, 20));
 * ```
 */
export function partsOfRest(isOut: Uint8Array, window: number): TrainingParts {
  const steps = isOut.length;
  const count = isOut.reduce((sum, out) => sum + (out === 0 ? 1 : 0), 0);
  const out = steps - count;
  if (out === 0) return partsOf(steps, window);
  const least = leastTrainingSteps(window);
  if (count < least) {
    throw new InputError("train", `at least ${least} steps are needed`, {
      got: count,
      hint: `${out} of ${steps} are left out as labelled`,
    });
  }
  const left = new Uint32Array(count);
  let found = 0;
  for (let t = 0; t < steps; t++) if (isOut[t] === 0) left[found++] = t;
  const inTable = ({ start, end }: StepRange) => ({
    start: left[start] ?? 0,
    end: (left[end - 1] ?? 0) + 1,
  });
  // A window without a gap spans as many steps of the table as of what is left.
  const windowsIn = ({ start, end }: StepRange) => {
    let windows = 0;
    for (let last = start + window - 1; last < end; last++) {
      if (left[last]! - left[last - window + 1]! === window - 1) windows++;
    }
    return windows;
  };
  const { fit, stop, calibration } = roomiest(count, { window, windowsIn });
  return {
    fit: fit.map(inTable),
    stop: stop.map(inTable),
    calibration: calibration.map(inTable),
  };
}

/**
 * Gives how many steps training needs at least, in one block: room for two windows
 * between the parts and a fit part of twice the smallest part, and 300 in any case.
 *
 * @param window Steps a window.
 * @returns Steps.
 */
export function leastTrainingSteps(window: number): number {
  return Math.max(LEAST_STEPS, 2 * window + 4 * leastPartSteps(window));
}

function leastPartSteps(window: number): number {
  return window + LEAST_WINDOWS - 1;
}

/**
 * Cuts a table in two: what comes first is trained on, the rest is scored.
 *
 * @param table The table.
 * @param share Share of the steps to train on, in (0, 1).
 * @returns Both tables.
 */
export function splitAtShare(
  table: MetricTable,
  share: number,
): { readonly train: MetricTable; readonly scored: MetricTable } {
  const at = Math.round(table.steps * share);
  return {
    train: sliceSteps(table, { start: 0, end: at }),
    scored: sliceSteps(table, { start: at, end: table.steps }),
  };
}

import { InputError } from "../errors.ts";
import type { MetricTable, StepRange } from "./metric_table.ts";
import { sliceSteps } from "./slice.ts";

/** The time-ordered parts of training data. */
export interface TrainingParts {
  /** Steps that weights and scaler are fitted on. */
  readonly fit: StepRange;
  /** Steps whose loss ends the training. */
  readonly stop: StepRange;
  /** Steps that thresholds are fitted on. */
  readonly calibration: StepRange;
}

/** Shares of the parts, which sum to 1. */
export interface PartShares {
  /** Of the fit part. */
  readonly fit: number;
  /** Of the early-stopping part. */
  readonly stop: number;
  /** Of the calibration part. */
  readonly calibration: number;
}

const DEFAULT_SHARES: PartShares = { fit: 0.7, stop: 0.15, calibration: 0.15 };

/** Fewer steps than this are refused, however short the window. */
const LEAST_STEPS = 300;

/** Windows that the early-stopping and calibration parts have room for at least. */
const LEAST_WINDOWS = 10;

/**
 * Cuts training steps into fit, early-stopping and calibration parts, in the
 * order of time and a window apart, so that no window of one part shares a step
 * with one of another or sees it as its immediate past.
 *
 * @param steps Steps in the training data.
 * @param window Steps a window.
 * @param shares Shares of what is left beside the two windows between.
 * @returns Half-open ranges; the last one ends at `steps`.
 * @throws {InputError} If there are too few steps; names the number needed.
 *
 * @example Usage
 * ```ts
 * import { partsOf } from "@lib/frame/time_split.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(partsOf(1040, 20), {
 *   fit: { start: 0, end: 700 },
 *   stop: { start: 720, end: 870 },
 *   calibration: { start: 890, end: 1040 },
 * });
 * ```
 */
export function partsOf(
  steps: number,
  window: number,
  shares: PartShares = DEFAULT_SHARES,
): TrainingParts {
  const leastPart = leastPartSteps(window);
  const least = leastTrainingSteps(window);
  if (steps < least) {
    throw new InputError("train", `at least ${least} steps are needed`, {
      got: steps,
      hint: "give a longer table",
    });
  }
  const usable = steps - 2 * window;
  const sizeOf = (share: number) =>
    Math.max(leastPart, Math.round(share * usable));
  const calibration = { start: steps - sizeOf(shares.calibration), end: steps };
  const stopEnd = calibration.start - window;
  const stop = { start: stopEnd - sizeOf(shares.stop), end: stopEnd };
  return { fit: { start: 0, end: stop.start - window }, stop, calibration };
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
  const parts = partsOf(count, window);
  const inTable = ({ start, end }: StepRange) => ({
    start: left[start] ?? 0,
    end: (left[end - 1] ?? 0) + 1,
  });
  return {
    fit: inTable(parts.fit),
    stop: inTable(parts.stop),
    calibration: inTable(parts.calibration),
  };
}

/**
 * Gives how many steps training needs at least: room for two windows between the
 * parts and a fit part of twice the smallest part, and 300 in any case.
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

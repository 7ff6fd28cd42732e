import { InputError } from "../../errors.ts";
import type { MetricTable } from "../../frame/metric_table.ts";
import type { RawTable } from "../../frame/raw_table.ts";
import { regularGrid } from "../../frame/regular_grid.ts";
import { fitMinMax, type Scaler } from "../../frame/scaler.ts";
import { selectFeatures } from "../../frame/select_features.ts";
import { partsOf, type TrainingParts } from "../../frame/time_split.ts";
import { windowEnds } from "../../frame/windows.ts";

/** A training table that is known to be good enough to train on. */
export interface TrainingData {
  /** Features only, on the grid. */
  readonly table: MetricTable;
  /** Its time-ordered parts. */
  readonly parts: TrainingParts;
  /** Fitted on the fit part. */
  readonly scaler: Scaler;
}

/** More features than this are not learned together. */
const MOST_FEATURES = 200;

/** Windows that each part must hold at least: fewer say nothing about normal. */
const LEAST_WINDOWS = 10;

/**
 * Makes training data of a table and refuses what cannot be learned from, so
 * that nothing is trained or written for bad input.
 *
 * @param raw The table as it was read.
 * @param window Steps a window.
 * @returns Features, parts and scaler.
 * @throws {InputError} If it is too short, has no feature that varies or more than
 *   200, or is all gaps.
 */
export function trainingData(raw: RawTable, window: number): TrainingData {
  return trainingDataOf(regularGrid(raw), window);
}

/**
 * Makes training data of a table that is on the grid already.
 *
 * @param grid The table.
 * @param window Steps a window.
 * @returns Features, parts and scaler.
 * @throws {InputError} As {@linkcode trainingData}.
 */
export function trainingDataOf(
  grid: MetricTable,
  window: number,
): TrainingData {
  const parts = partsOf(grid.steps, window);
  const table = selectFeatures(grid, parts.fit);
  const features = table.metrics.length;
  if (features > MOST_FEATURES) {
    throw new InputError(
      "train",
      `at most ${MOST_FEATURES} metrics can be learned together`,
      {
        got: features,
        hint:
          "choose some with --metric NAME…; --metric 'cpu*' takes all that begin with cpu",
      },
    );
  }
  for (const [part, range] of Object.entries(parts)) {
    const windows = windowEnds(table, range, window).length;
    if (windows < LEAST_WINDOWS) {
      throw new InputError(
        "train",
        `its ${part} part must hold ${LEAST_WINDOWS} windows of ${window} steps without a gap`,
        { got: windows, hint: "give a longer table, or one with fewer gaps" },
      );
    }
  }
  return { table, parts, scaler: fitMinMax(table, parts.fit) };
}

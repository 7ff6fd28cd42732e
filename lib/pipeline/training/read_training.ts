import { reaches } from "../../detect/gross/reach.ts";
import { InputError } from "../../errors.ts";
import type { LabelledSpan } from "../../frame/labelled_span.ts";
import { leaveOut, type LeftOut } from "../../frame/leave_out.ts";
import type { MetricTable } from "../../frame/metric_table.ts";
import type { RawTable } from "../../frame/raw_table.ts";
import { regularGrid } from "../../frame/regular_grid.ts";
import { fitMinMax, type Scaler } from "../../frame/scaler.ts";
import { selectFeatures } from "../../frame/select_features.ts";
import { partsOfRest, type TrainingParts } from "../../frame/time_split.ts";
import { windowEndsIn } from "../../frame/windows.ts";
import { type RobustPass, robustPass } from "./robust_pass.ts";

/** A training table that is known to be good enough to train on. */
export interface TrainingData {
  /** Features only, on the grid. */
  readonly table: MetricTable;
  /** Its time-ordered parts. */
  readonly parts: TrainingParts;
  /** Fitted on the fit part. */
  readonly scaler: Scaler;
  /** What labels took out of the table, so that nothing is learned from it. */
  readonly leftOut: Omit<LeftOut, "table">;
  /** What the robust pass took out of it. */
  readonly gross: Omit<RobustPass, "table">;
  /**
   * How far each feature went in what the pass looked at, in ranges of what it left,
   * shape `[features]`: 1 where that is all.
   */
  readonly reach: readonly number[];
}

/** What is not learned from. */
export interface TrainingDataOptions {
  /**
   * Spans to leave out of all parts.
   *
   * @default none
   */
  readonly exclude?: readonly LabelledSpan[];
  /**
   * Whether gross anomalies are looked for, and left out.
   *
   * @default {"on"}
   */
  readonly robust?: "on" | "off";
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
 * @param options Spans to leave out, and whether to look for more.
 * @returns Features, parts and scaler.
 * @throws {InputError} If it is too short, has no feature that varies or more than
 *   200, or is all gaps.
 */
export function trainingData(
  raw: RawTable,
  window: number,
  options: TrainingDataOptions = {},
): TrainingData {
  return trainingDataOf(regularGrid(raw), window, options);
}

/**
 * Makes training data of a table that is on the grid already.
 *
 * @param grid The table.
 * @param window Steps a window.
 * @param options Spans to leave out.
 * @returns Features, parts and scaler.
 * @throws {InputError} As {@linkcode trainingData}.
 */
export function trainingDataOf(
  grid: MetricTable,
  window: number,
  { exclude = [], robust = "on" }: TrainingDataOptions = {},
): TrainingData {
  const { table: labelled, ...leftOut } = leaveOut(grid, exclude);
  const isLabelled = leftOut.isOut;
  const looked = robustPass(labelled, { robust, window, isLabelled });
  const { table: rest, ...gross } = looked;
  const isOut = isLabelled.map((out, t) => out | gross.isOut[t]!);
  const parts = partsOfRest(isOut, window);
  // A step that was taken out is not missing, no more than one of an outage.
  const up = rest.up.map((up, t) => isOut[t] === 1 ? 0 : up);
  const selected = selectFeatures({ ...rest, up }, parts.fit);
  const table = { ...selected, up: rest.up };
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
  for (const [part, ranges] of Object.entries(parts)) {
    const windows = windowEndsIn(table, ranges, window).length;
    if (windows < LEAST_WINDOWS) {
      throw new InputError(
        "train",
        `its ${part} part must hold ${LEAST_WINDOWS} windows of ${window} steps without a gap`,
        {
          got: windows,
          hint: leftOut.spans.length > 0
            ? "give a longer table, or leave less of it out"
            : "give a longer table, or one with fewer gaps",
        },
      );
    }
  }
  const scaler = fitMinMax(table, parts.fit);
  const reach = reaches({ learned: table, seen: labelled });
  return { table, parts, scaler, leftOut, gross, reach };
}

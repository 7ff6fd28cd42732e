import { makeScorer, type Scorer } from "../../detect/score.ts";
import type { Distances } from "../../detect/distance.ts";
import type { MetricTable } from "../../frame/metric_table.ts";
import type { Scaler } from "../../frame/scaler.ts";
import type { Autoencoder } from "../../model/engine.ts";
import type { Detector } from "../store/detector.ts";
import { reconstructSteps } from "./reconstruct_table.ts";

/** What of a detector the score of a step needs. */
export type ScoringDetector = Pick<
  Detector,
  "features" | "intervalMs" | "halfLifeMs" | "dampingHalfLifeMs"
>;

/** The steps that follow on those scored before. */
export interface NextSteps {
  /** The detector's network. */
  readonly autoencoder: Autoencoder;
  /** What was learned with it. */
  readonly detector: ScoringDetector;
  /**
   * The steps, with the detector's features in its order, behind those that lead
   * up to them: at least a window less one, where there were as many.
   */
  readonly table: MetricTable;
  /** How many of the table's steps were scored before. */
  readonly lead: number;
  /** Remembers them; it goes on with those that follow. */
  readonly scorer: Scorer;
}

/** Scores of the steps that follow; arrays begin with the first of them. */
export interface NextScores extends Distances {
  /** Scores before division by the threshold, shape `[steps]`; NaN where not scored. */
  readonly score: Float32Array;
  /** Windows that could be reconstructed. */
  readonly windows: number;
}

/**
 * Scores steps that follow on others. A step gets the same numbers, bit for bit,
 * whether a table is scored as a whole, in chunks of any size, or step by step.
 *
 * @param next The steps, what leads up to them, and who remembers those before.
 * @returns Expected values, distances and scores of the steps that follow.
 */
export async function scoreNext(next: NextSteps): Promise<NextScores> {
  const { autoencoder, detector, table, lead, scorer } = next;
  const { expected, distance, windows } = await reconstructSteps(
    autoencoder,
    table,
    { scaler: scalerOf(detector) },
  );
  const cells = lead * detector.features.length;
  const own = distance.subarray(cells);
  return {
    expected: expected.subarray(cells),
    distance: own,
    windows,
    score: scorer(own),
  };
}

/**
 * Makes the scorer of a detector, at the beginning of a series.
 *
 * @param detector The detector.
 * @returns The scorer.
 */
export function scorerOf(
  { features, intervalMs, halfLifeMs, dampingHalfLifeMs }: ScoringDetector,
): Scorer {
  return makeScorer({
    scales: features.map(({ scale }) => scale),
    meanSquares: features.map(({ meanSquare }) => meanSquare),
    halfLifeSteps: halfLifeMs / intervalMs,
    dampingHalfLifeSteps: dampingHalfLifeMs / intervalMs,
  });
}

/**
 * Gives a detector's scaler.
 *
 * @param detector The detector.
 * @returns What brings its features to [0, 1].
 */
export function scalerOf({ features }: Pick<Detector, "features">): Scaler {
  return {
    min: features.map((feature) => feature.min),
    range: features.map((feature) => feature.range),
  };
}

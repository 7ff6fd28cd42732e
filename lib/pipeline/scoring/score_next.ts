import { NO_SCORE, scoreOn, type ScoreState } from "../../detect/score.ts";
import type { Distances } from "../../detect/distance.ts";
import type { MetricTable } from "../../frame/metric_table.ts";
import type { Scaler } from "../../frame/scaler.ts";
import type { Autoencoder } from "../../model/engine.ts";
import type { Detector } from "../store/detector.ts";
import { reconstructSteps } from "./reconstruct_table.ts";

/** What of a detector the score of a step needs. */
export type ScoringDetector = Pick<
  Detector,
  "features" | "intervalMs" | "halfLifeMs"
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
  /** What was kept of them; by default, nothing came before. */
  readonly state?: ScoreState;
}

/** Scores of the steps that follow; arrays begin with the first of them. */
export interface NextScores extends Distances {
  /** Scores before division by the threshold, shape `[steps]`; NaN where not scored. */
  readonly score: Float32Array;
  /** Windows that could be reconstructed. */
  readonly windows: number;
  /** To be given with the steps that follow on these. */
  readonly state: ScoreState;
}

/**
 * Scores steps that follow on others. A step gets the same numbers, bit for bit,
 * whether a table is scored as a whole, in chunks of any size, or step by step.
 *
 * @param next The steps, what leads up to them, and what was kept.
 * @returns Expected values, distances and scores of the steps that follow.
 */
export async function scoreNext(next: NextSteps): Promise<NextScores> {
  const { autoencoder, detector, table, lead, state = NO_SCORE } = next;
  const { features, halfLifeMs, intervalMs } = detector;
  const { expected, distance, windows } = await reconstructSteps(
    autoencoder,
    table,
    { scaler: scalerOf(detector) },
  );
  const cells = lead * features.length;
  const own = distance.subarray(cells);
  return {
    expected: expected.subarray(cells),
    distance: own,
    windows,
    ...scoreOn(state, {
      distance: own,
      scales: features.map((feature) => feature.scale),
      halfLifeSteps: halfLifeMs / intervalMs,
    }),
  };
}

function scalerOf({ features }: Pick<Detector, "features">): Scaler {
  return {
    min: features.map((feature) => feature.min),
    range: features.map((feature) => feature.range),
  };
}

import type { ScoreParameters } from "../../detect/score.ts";
import type { Rebased, Rebaser } from "../../detect/levels/rebase.ts";
import type { Distances } from "../../detect/distance.ts";
import type { MetricTable } from "../../frame/metric_table.ts";
import type { Scaler } from "../../frame/scaler.ts";
import type { Autoencoder } from "../../model/engine.ts";
import type { Detector } from "../store/detector.ts";
import { reconstructPart } from "./reconstruct_table.ts";

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
  /** Judges them, and remembers them: it goes on with those that follow. */
  readonly rebaser: Rebaser;
}

/** Scores of the steps that follow; arrays begin with the first of them. */
export interface NextScores extends Distances, Rebased {
  /** Windows that could be reconstructed. */
  readonly windows: number;
}

/**
 * Scores steps that follow on others. A step gets the same numbers, bit for bit,
 * whether a table is scored as a whole, in chunks of any size, or step by step,
 * also where levels have moved.
 *
 * @param next The steps, what leads up to them, and who remembers those before.
 * @returns Expected values in units, distances and scores of the steps that follow,
 *   and the changes from the step after on; these count steps from the first of all.
 */
export async function scoreNext(next: NextSteps): Promise<NextScores> {
  const { autoencoder, detector, table, lead, rebaser } = next;
  const features = detector.features.length;
  const scaler = scalerOf(detector);
  const cells = lead * features;
  const values = table.values.subarray(cells);
  const expected = new Float32Array(values.length);
  const distance = new Float32Array(values.length);
  let windows = 0;
  const judged = await rebaser({
    distance,
    imputed: table.imputed.subarray(cells),
    scaledAt: (step, f) =>
      (values[step * features + f]! - scaler.min[f]!) / scaler.range[f]!,
    make: async ({ start, end }, offsets) => {
      const range = { start: lead + start, end: lead + end };
      const part = await reconstructPart(autoencoder, table, {
        ...{ range, scaler, offsets },
      });
      expected.set(part.expected, start * features);
      distance.set(part.distance, start * features);
      windows += part.windows;
    },
  });
  return { ...judged, expected, distance, windows };
}

/**
 * Gives what scores of a detector are made with.
 *
 * @param detector The detector.
 * @returns What is normal; half-lives in steps.
 */
export function scoringParameters(
  { features, intervalMs, halfLifeMs, dampingHalfLifeMs }: ScoringDetector,
): ScoreParameters {
  return {
    scales: features.map(({ scale }) => scale),
    meanSquares: features.map(({ meanSquare }) => meanSquare),
    halfLifeSteps: halfLifeMs / intervalMs,
    dampingHalfLifeSteps: dampingHalfLifeMs / intervalMs,
  };
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

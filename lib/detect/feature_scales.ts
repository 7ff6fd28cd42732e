import type { StepRange } from "../frame/metric_table.ts";
import { quantile } from "./quantile.ts";

/** The share of normal steps whose error a feature's scale covers. */
const COVERED = 0.99;

/**
 * The smallest scale, in parts of the feature's range in training: below it a
 * nearly constant feature would turn rounding into anomalies.
 */
const FLOOR = 0.02;

/**
 * Learns how far each feature normally is from its reconstruction: the 99th
 * percentile of the absolute distance, the larger of that over all of train
 * (rare jobs) and that over its calibration part (which the network has not
 * seen).
 *
 * @param distance Signed scaled distances of train, shape `[steps, features]`.
 * @param features Features a step.
 * @param calibration The calibration part.
 * @returns Scales in scaled units, shape `[features]`, each positive.
 */
export function fitFeatureScales(
  distance: Float32Array,
  features: number,
  calibration: readonly StepRange[],
): Float64Array {
  const steps = distance.length / features;
  return Float64Array.from({ length: features }, (_, f) =>
    Math.max(
      FLOOR,
      quantile(
        column(distance, features, f, [{ start: 0, end: steps }]),
        COVERED,
      ) || 0,
      quantile(column(distance, features, f, calibration), COVERED) || 0,
    ));
}

function* column(
  distance: Float32Array,
  features: number,
  f: number,
  ranges: readonly StepRange[],
): Iterable<number> {
  for (const { start, end } of ranges) {
    for (let t = start; t < end; t++) {
      yield Math.abs(distance[t * features + f]!);
    }
  }
}

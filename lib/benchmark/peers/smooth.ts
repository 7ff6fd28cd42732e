/** Weight of the new value. */
const NEW = 0.3;

/**
 * Smooths scores by an exponentially weighted mean, weight 0.3 on the new value,
 * from the first value on.
 *
 * @param scores One value a step.
 * @returns The smoothed values.
 */
export function smooth(scores: Float64Array): Float64Array {
  let mean = scores[0] ?? NaN;
  return scores.map((score) => mean += NEW * (score - mean));
}

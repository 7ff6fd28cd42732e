import { DAY_MS } from "../frame/day_ms.ts";
import { type DeviationInput, deviationOf } from "./deviation.ts";

/** After this time what was counts half: daily rhythms are in it. */
const HALF_LIFE_MS = DAY_MS;

/** Fewer scored steps before a start than this tell nothing. */
const LEAST_STEPS = 30;

/**
 * Tells how unusual each feature had been before some steps: the exponentially
 * weighted mean of its squared deviations over the scored time before, with a
 * half-life of a day.
 *
 * @param input Values, distances, and what is usual.
 * @param starts The steps, in order of time.
 * @returns One array a start, shape `[features]`: mean squares, at least 0; all 0
 *   where fewer than 30 scored steps lie before it.
 */
export function recentDeviations(
  input: DeviationInput,
  starts: readonly number[],
): Float64Array[] {
  const features = input.usual.length;
  const deviationAt = deviationOf(input);
  const keep = 0.5 ** (input.table.intervalMs / HALF_LIFE_MS);
  const sums = new Float64Array(features);
  let [weight, seen, t] = [0, 0, 0];
  return starts.map((start) => {
    for (; t < start; t++) {
      if (Number.isNaN(input.distance[t * features]!)) continue;
      for (let f = 0; f < features; f++) {
        const deviation = deviationAt(t, f);
        sums[f] = keep * sums[f]! + (1 - keep) * deviation * deviation;
      }
      weight = keep * weight + 1 - keep;
      seen++;
    }
    return seen < LEAST_STEPS
      ? new Float64Array(features)
      : sums.map((sum) => sum / weight);
  });
}

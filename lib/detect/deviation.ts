import type { MetricTable } from "../frame/metric_table.ts";
import type { OffsetAt } from "./levels/offsets_in_force.ts";
import type { UsualRange } from "./usual_range.ts";

/** What is usual of a feature. */
export interface Usual {
  /** Root mean square of its distance from expected on train, scaled. */
  readonly usualDistance: number;
  /** Where its values usually are, in its unit. */
  readonly usual: UsualRange;
}

/** What deviations are made from. */
export interface DeviationInput {
  /** The scored table's values and what of them was filled in. */
  readonly table: Pick<MetricTable, "values" | "imputed" | "intervalMs">;
  /** Scaled distances, shape `[steps, features]`; NaN where not scored. */
  readonly distance: Float32Array;
  /** What is usual of each feature, in the unit of `distance`, shape `[features]`. */
  readonly usual: readonly Usual[];
  /**
   * How far a feature's values are moved back at a step, in its unit: one that
   * has come to stand elsewhere for good is as usual there.
   *
   * @default {0 everywhere}
   */
  readonly offsetAt?: OffsetAt;
}

/**
 * The least usual distance, in parts of the feature's range in training, what was
 * left out included: below it a nearly constant feature would turn rounding into
 * signals.
 */
const LEAST = 0.005;

/**
 * Learns each feature's usual distance: the root mean square over train.
 *
 * @param distance Signed scaled distances of train, shape `[steps, features]`;
 *   NaN where not scored.
 * @param reach How far each feature went in all that was seen, in learned ranges
 *   (`reaches()`), shape `[features]`.
 * @returns Usual distances in scaled units, shape `[features]`, at least 0.005 of
 *   that reach.
 */
export function fitUsualDistances(
  distance: Float32Array,
  reach: readonly number[],
): Float64Array {
  const features = reach.length;
  return Float64Array.from(reach, (times, f) => {
    let [sum, count] = [0, 0];
    for (let i = f; i < distance.length; i += features) {
      if (!Number.isFinite(distance[i]!)) continue;
      sum += distance[i]! ** 2;
      count++;
    }
    return Math.max(LEAST * times, Math.sqrt(sum / Math.max(1, count)));
  });
}

/**
 * Tells how unusual a value is: the root of the sum of two squares, its distance
 * from expected over twice the feature's usual distance, and its excess over the
 * feature's usual range in half widths of that, moved back by the level in force. Both units are about two standard
 * deviations; what breaks inside the usual range shows in the first, what leaves
 * it in the second, also where the network expected that.
 *
 * @param input Values, distances, and what is usual.
 * @returns Gives the deviation of a feature at a step; 0 where the value was
 *   filled in, NaN where it was not scored.
 */
export function deviationOf(
  { table: { values, imputed }, distance, usual, offsetAt }: DeviationInput,
): (t: number, f: number) => number {
  const features = usual.length;
  // As arrays of numbers: this is asked for each value of long tables.
  const of = (pick: (one: Usual) => number) => Float64Array.from(usual, pick);
  const near = of(({ usualDistance }) => 2 * usualDistance);
  const low = of(({ usual }) => usual.low);
  const high = of(({ usual }) => usual.high);
  const half = of(({ usual }) => usual.width / 2);
  return (t, f) => {
    const i = t * features + f;
    const size = distance[i]! / near[f]!;
    if (Number.isNaN(size)) return NaN;
    if (imputed[i] === 1) return 0;
    const value = values[i]! - (offsetAt?.(t, f) ?? 0);
    const excess = Math.max(0, value - high[f]!, low[f]! - value) / half[f]!;
    return Math.sqrt(size * size + excess * excess);
  };
}

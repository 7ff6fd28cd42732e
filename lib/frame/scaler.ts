import type { MetricTable, StepRange } from "./metric_table.ts";

/** What brings each feature to [0, 1] on the steps that it was fitted on. */
export interface Scaler {
  /** Smallest value of each feature, in its unit, shape `[features]`. */
  readonly min: readonly number[];
  /** Largest less smallest value, in its unit and above 0, shape `[features]`. */
  readonly range: readonly number[];
}

/** Relative spread up to which a feature counts as constant. */
const CONSTANT_SPREAD = 1e-6;

/**
 * Fits min-max scaling to the measured values of some steps; imputed values do
 * not count.
 *
 * A feature that is constant there gets its own size as range, and one that is
 * always 0 or has no value gets 1, so that scaling never divides by zero.
 *
 * @param table The table, in units.
 * @param ranges The steps to fit on.
 * @returns The scaler.
 */
export function fitMinMax(
  table: MetricTable,
  ranges: readonly StepRange[],
): Scaler {
  const features = table.metrics.length;
  const min: number[] = new Array(features).fill(Infinity);
  const max: number[] = new Array(features).fill(-Infinity);
  for (const { start, end } of ranges) {
    for (let i = start * features; i < end * features; i++) {
      const value = table.values[i] ?? NaN;
      if (Number.isNaN(value) || table.imputed[i] === 1) continue;
      const f = i % features;
      if (value < (min[f] ?? NaN)) min[f] = value;
      if (value > (max[f] ?? NaN)) max[f] = value;
    }
  }
  return {
    min: min.map((low) => Number.isFinite(low) ? low : 0),
    range: min.map((low, f) => usableRange(low, max[f] ?? NaN)),
  };
}

/**
 * Scales a table; values outside what was fitted on lie outside [0, 1].
 *
 * @param table The table, in units, with the scaler's features.
 * @param scaler The scaler.
 * @returns Row-major scaled values, NaN where there is none, shape `[steps, features]`.
 */
export function scale(
  table: Pick<MetricTable, "values">,
  { min, range }: Scaler,
): Float32Array {
  const features = min.length;
  return table.values.map((value, i) => {
    const f = i % features;
    return (value - (min[f] ?? NaN)) / (range[f] ?? NaN);
  });
}

/**
 * Brings scaled values back to their units.
 *
 * @param scaled Row-major scaled values, shape `[steps, features]`.
 * @param scaler The scaler.
 * @returns Row-major values in units, shape `[steps, features]`.
 */
export function unscale(
  scaled: Float32Array,
  { min, range }: Scaler,
): Float32Array {
  const features = min.length;
  return scaled.map((value, i) => {
    const f = i % features;
    return value * (range[f] ?? NaN) + (min[f] ?? NaN);
  });
}

function usableRange(min: number, max: number): number {
  if (!(min <= max)) return 1;
  const size = Math.max(Math.abs(min), Math.abs(max));
  if (max - min > CONSTANT_SPREAD * size) return max - min;
  return size > 0 ? size : 1;
}

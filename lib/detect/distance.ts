import type { MetricTable } from "../frame/metric_table.ts";
import type { Scaler } from "../frame/scaler.ts";

/** The series and its reconstruction, in scaled units (train's range is [0, 1]). */
export interface DistanceInput {
  /** Row-major scaled values, shape `[steps, features]`; NaN in a gap. */
  readonly scaled: Float32Array;
  /** Reconstructed last steps, shape `[windows, features]`. */
  readonly reconstructed: Float32Array;
  /** First step after each window, shape `[windows]`. */
  readonly ends: Int32Array;
  /** 1 where a value was filled in, shape `[steps, features]`. */
  readonly imputed: Uint8Array;
  /** Features a step. */
  readonly features: number;
}

/** What was expected and how far off the values were; NaN where not scored. */
export interface Distances {
  /** Scaled reconstruction inside train's range, shape `[steps, features]`. */
  readonly expected: Float32Array;
  /** Signed distance from expected, scaled, shape `[steps, features]`. */
  readonly distance: Float32Array;
}

/**
 * Compares each step with its reconstruction.
 *
 * Only a window's last step is used, so that a step's error depends on nothing
 * later than the step. The reconstruction is clamped to train's range, and the
 * value is not, so that the network cannot reconstruct what it never saw. A
 * value that was filled in is no evidence: its distance is 0.
 *
 * @param input The series and its reconstruction.
 * @returns Expected values and distances by step and feature.
 */
export function distances(input: DistanceInput): Distances {
  const { scaled, reconstructed, ends, imputed, features } = input;
  const expected = new Float32Array(scaled.length).fill(NaN);
  const distance = new Float32Array(scaled.length).fill(NaN);
  for (let w = 0; w < ends.length; w++) {
    const row = (ends[w]! - 1) * features;
    for (let f = 0; f < features; f++) {
      const i = row + f;
      expected[i] = clamp(reconstructed[w * features + f]!, 0, 1);
      distance[i] = imputed[i] ? 0 : scaled[i]! - expected[i]!;
    }
  }
  return { expected, distance };
}

/**
 * Clamps the network's input to train's range, in place of values that it never
 * saw and would answer arbitrarily.
 *
 * @param scaled Row-major scaled values; NaN stays.
 * @returns A clamped copy.
 */
export function clampInput(scaled: Float32Array): Float32Array {
  return scaled.map((value) => clamp(value, 0, 1));
}

/**
 * Gives what the network sees of a table: scaled and clamped at once, so that
 * only one array is made.
 *
 * @param table The table, features only.
 * @param scaler The network's scaler.
 * @returns The same as {@linkcode clampInput} of scaled values.
 */
export function networkInput(
  { values }: Pick<MetricTable, "values">,
  { min, range }: Scaler,
): Float32Array {
  const features = min.length;
  const input = new Float32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const f = i % features;
    input[i] = clamp((values[i]! - min[f]!) / range[f]!, 0, 1);
  }
  return input;
}

function clamp(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value;
}

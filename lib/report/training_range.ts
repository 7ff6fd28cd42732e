import type { ReportInput } from "./report_input.ts";

/** A feature that left the range that its model learned from. */
export interface OutOfRange {
  /** The feature's name. */
  readonly feature: string;
  /** Its unit. */
  readonly unit: string;
  /** Smallest and largest value in training. */
  readonly learned: readonly [number, number];
  /** Share of its values below the smallest or above the largest. */
  readonly share: number;
}

/**
 * Finds features whose values lie outside what the model learned from, where
 * its expectation is a guess.
 *
 * @param input The input.
 * @returns Those features, by falling share.
 */
export function outOfTrainingRange(input: ReportInput): OutOfRange[] {
  const { table, training } = input;
  const { metrics, values, steps } = table;
  return training.ranges.flatMap(({ feature, min, max }) => {
    const f = metrics.findIndex(({ name }) => name === feature);
    if (f < 0) return [];
    let outside = 0;
    let present = 0;
    for (let t = 0; t < steps; t++) {
      const value = values[t * metrics.length + f]!;
      if (Number.isNaN(value)) continue;
      present++;
      if (value < Math.fround(min) || value > Math.fround(max)) outside++;
    }
    if (outside === 0) return [];
    const { unit } = metrics[f]!;
    return [{
      feature,
      unit,
      learned: [min, max] as const,
      share: outside / present,
    }];
  }).sort((a, b) => b.share - a.share);
}

import type { StepRange } from "@lib/frame/metric_table.ts";

/** What contributions are made from. */
export interface ContributionInput {
  /** Signed scaled distances, shape `[steps, features]`; NaN where not scored. */
  readonly distance: Float32Array;
  /** Each feature's own threshold in scaled units, shape `[features]`. */
  readonly thresholds: ArrayLike<number>;
}

/** One feature's part in an incident, by number. */
export interface FeaturePart {
  /** The feature's place in the table. */
  readonly feature: number;
  /** Share of the incident, in [0, 1]. */
  readonly share: number;
  /** Whether it passed its own threshold somewhere in the incident. */
  readonly isCause: boolean;
  /** The step with its largest distance. */
  readonly worstStep: number;
  /** First step outside its band, from the incident's start on; `null` if none. */
  readonly onsetStep: number | null;
  /** Sign of the distance at the worst step. */
  readonly direction: "high" | "low";
}

/**
 * Shares an incident out over the features: each one's largest squared distance
 * in units of its own threshold, over the sum of all.
 *
 * @param input Distances and thresholds of the features.
 * @param incident The incident's steps.
 * @returns One part a feature, by falling share; the shares sum to 1.
 */
export function contributions(
  input: ContributionInput,
  incident: StepRange,
): FeaturePart[] {
  const { distance, thresholds } = input;
  const features = thresholds.length;
  const parts = Array.from({ length: features }, (_, f) => {
    let worst = 0;
    let worstStep = incident.start;
    let onsetStep: number | null = null;
    for (let t = incident.start; t < incident.end; t++) {
      const size = Math.abs(distance[t * features + f]!) / thresholds[f]!;
      if (size > worst) [worst, worstStep] = [size, t];
      if (size > 1) onsetStep ??= t;
    }
    const direction = distance[worstStep * features + f]! < 0 ? "low" : "high";
    return {
      feature: f,
      weight: worst ** 2,
      isCause: worst > 1,
      worstStep,
      onsetStep,
      direction,
    } as const;
  });
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  return parts
    .map(({ weight, ...part }) => ({
      ...part,
      share: total > 0 ? weight / total : 1 / features,
    }))
    .sort((a, b) => b.share - a.share);
}

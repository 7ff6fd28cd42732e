import type { StepRange } from "../frame/metric_table.ts";

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
  /** First step outside its band; `null` if it stayed inside. */
  readonly onsetStep: number | null;
  /** Sign of the distance at the worst step. */
  readonly direction: "high" | "low";
}

/**
 * Shares an incident out over the features: each one's largest distance in
 * units of its own threshold, over the sum of all.
 *
 * A feature's onset is the first step outside its band; where it was outside
 * already when the incident began, the first step of that run. A run that began
 * before `onsetFrom` has to do with something earlier: then the incident's start
 * stands.
 *
 * @param input Distances and thresholds of the features.
 * @param incident The incident's steps.
 * @param options How far back an onset may lie.
 * @returns One part a feature, by falling share; the shares sum to 1.
 */
export function contributions(
  input: ContributionInput,
  incident: StepRange,
  options: ContributionOptions = {},
): FeaturePart[] {
  const { distance, thresholds } = input;
  const { onsetFrom = incident.start } = options;
  const features = thresholds.length;
  const parts = Array.from({ length: features }, (_, f) => {
    const sizeAt = (t: number) => Math.abs(distance[t * features + f]!);
    const isOutside = (t: number) => sizeAt(t) > thresholds[f]!;
    let worst = 0;
    let worstStep = incident.start;
    let onsetStep: number | null = null;
    for (let t = incident.start; t < incident.end; t++) {
      if (sizeAt(t) > worst) [worst, worstStep] = [sizeAt(t), t];
      if (isOutside(t)) onsetStep ??= t;
    }
    if (onsetStep === incident.start) {
      let first = onsetStep;
      while (first >= onsetFrom && isOutside(first - 1)) first--;
      if (first >= onsetFrom) onsetStep = first;
    }
    return {
      feature: f,
      weight: worst / thresholds[f]!,
      isCause: worst > thresholds[f]!,
      worstStep,
      onsetStep,
      direction: distance[worstStep * features + f]! < 0 ? "low" : "high",
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

/** How contributions look beyond their incident. */
export interface ContributionOptions {
  /**
   * First step at which an onset may lie.
   *
   * @default {incident.start}
   */
  readonly onsetFrom?: number;
}

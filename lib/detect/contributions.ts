import type { StepRange } from "../frame/metric_table.ts";
import { type DeviationInput, deviationOf } from "./deviation.ts";

/** What contributions are made from; distances are signed. */
export interface ContributionInput extends DeviationInput {
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

/** How contributions look beyond their incident. */
export interface ContributionOptions {
  /**
   * First step at which an onset may lie.
   *
   * @default {incident.start}
   */
  readonly onsetFrom?: number;
  /**
   * How unusual each feature had been before the incident, as mean squared
   * deviations, shape `[features]`.
   *
   * @default {0 each}
   */
  readonly recent?: ArrayLike<number>;
}

/** The share of an incident's steps, a feature's most unusual ones, that count. */
const COUNTED = 0.02;

/**
 * Shares an incident out over the features: each one's deviation, the mean over
 * its most unusual 2 % of the incident's steps, over `√(1 + m)` with `m` its mean
 * squared deviation in the time before; divided by the sum of all. What had been
 * as unusual all day says little of an incident.
 *
 * A share says how much of the incident shows in a feature, whether the feature
 * is a cause says that it left its band: a small share may be a cause, and where
 * all features stay inside their bands there is none.
 *
 * A feature's onset is the first step outside its band; where it was outside
 * already when the incident began, the first step of that run. A run that began
 * before `onsetFrom` has to do with something earlier: then the incident's start
 * stands.
 *
 * @param input Values, distances, thresholds, and what is usual.
 * @param incident The incident's steps.
 * @param options What was before it, and how far back an onset may lie.
 * @returns One part a feature, by falling share; the shares sum to 1.
 */
export function contributions(
  input: ContributionInput,
  incident: StepRange,
  options: ContributionOptions = {},
): FeaturePart[] {
  const { distance, thresholds } = input;
  const { onsetFrom = incident.start, recent = [] } = options;
  const features = thresholds.length;
  const deviationAt = deviationOf(input);
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
      weight: meanOfLargest(incident, (t) => deviationAt(t, f)) /
        Math.sqrt(1 + (recent[f] ?? 0)),
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

/** The mean of what is largest in an incident. */
function meanOfLargest(
  { start, end }: StepRange,
  deviationAt: (t: number) => number,
): number {
  const rising = Float64Array.from(
    { length: end - start },
    (_, i) => deviationAt(start + i),
  ).filter(Number.isFinite).sort();
  if (rising.length === 0) return 0;
  const counted = rising.subarray(-Math.ceil(COUNTED * rising.length));
  return counted.reduce((sum, one) => sum + one, 0) / counted.length;
}

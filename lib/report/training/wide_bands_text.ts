import { formatQuantity, formatRange } from "../../frame/units.ts";
import type { FeatureThreshold } from "../../measure/evaluation.ts";
import type { LearnedRange } from "../../measure/outside_training.ts";
import { countText, listText, nameText } from "../words.ts";

/** A band that reaches so many trained ranges from what is expected tells nothing. */
const FAR_RANGES = 5;

/** Metrics named in one sentence. */
const MOST_NAMED = 6;

/** How far a feature's expected band reaches, in its unit. */
export type BandReach = Pick<FeatureThreshold, "feature" | "unit" | "distance">;

/**
 * Names metrics whose expected band holds whatever comes: something rare where
 * thresholds were fitted makes bands that nothing leaves.
 *
 * @param bands How far each feature's band reaches.
 * @param ranges What each feature was in training.
 * @returns Three sentences; `""` where no band reaches that far.
 */
export function wideBandsText(
  bands: readonly BandReach[],
  ranges: readonly LearnedRange[],
): string {
  const wide = bands.flatMap(({ feature, unit, distance }) => {
    const learned = ranges.find((range) => range.feature === feature);
    return learned && distance > FAR_RANGES * (learned.max - learned.min)
      ? [{ feature, unit, distance, learned }]
      : [];
  });
  if (wide.length === 0) return "";
  const named = wide.slice(0, MOST_NAMED).map((
    { feature, unit, distance, learned },
  ) =>
    `${nameText(feature)} ± ${formatQuantity(distance, unit)} (learned: ${
      formatRange(learned.min, learned.max, unit)
    })`
  );
  const more = wide.length - named.length;
  return `The expected band reaches more than ${FAR_RANGES} times as far as all that was learned in ${
    countText(wide.length, "metric")
  }: ${
    listText([...named, ...(more > 0 ? [`${more} more`] : [])])
  }. They will hardly ever be marked ●. The training data holds something ` +
    "rare there: if it was an incident, mark it and train with --exclude.";
}

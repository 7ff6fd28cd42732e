import type { FittedThreshold } from "../../detect/threshold.ts";
import { DAY_MS } from "../../frame/day_ms.ts";
import { formatDuration } from "../../frame/units.ts";

/**
 * Warns where normal time is too short to support an alarm budget.
 *
 * @param threshold The threshold at that budget.
 * @param budget The budget as it was written.
 * @returns One sentence, or `null` where the time holds the budget.
 */
export function budgetWarning(
  { days, extrapolated, interval, value }: FittedThreshold,
  budget: string,
): string | null {
  if (!extrapolated) return null;
  const fitted = `The threshold was fitted on ${
    formatDuration(days * DAY_MS)
  } of normal time, too short to hold ${budget} alarms even once: it is extrapolated`;
  if (interval === null) return `${fitted}, and the real rate may differ.`;
  const [low, high] = interval.map((level) => (level / value).toPrecision(2));
  return interval[1] < value
    ? `${fitted} and, by choice, kept above the highest score of that time; its ` +
      `tail alone would say ${low} to ${high} times it (95 %), so fewer alarms ` +
      "than the budget are to be expected."
    : `${fitted}, and the one that the budget asks for lies between ${low} and ` +
      `${high} times it (95 %).`;
}

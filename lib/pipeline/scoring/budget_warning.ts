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
  const times = interval?.map((level) => (level / value).toPrecision(2));
  return `The threshold was fitted on ${
    formatDuration(days * DAY_MS)
  } of normal time, too short to hold ${budget} alarms even once: it is extrapolated, and ${
    times
      ? `the one that the budget asks for lies between ${times[0]} and ${
        times[1]
      } times it (95 %).`
      : "the real rate may differ."
  }`;
}

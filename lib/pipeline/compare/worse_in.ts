import { parseAlarmBudget } from "../../detect/alarm_budget.ts";
import { countText } from "../../report/words.ts";
import type { Comparison } from "./comparison.ts";

/**
 * Tells in what a new version is worse than the one in use.
 *
 * @param compared How they compare.
 * @returns Clauses such as "loses 1 incident"; none where it is as good.
 */
export function worseIn(
  { incidents, current, candidate, budget, basis }: Pick<
    Comparison,
    "incidents" | "current" | "candidate" | "budget" | "basis"
  >,
): string[] {
  const reasons: string[] = [];
  const lost = incidents.filter(({ change }) => change === "lost");
  // Where nobody has labelled, what only the version in use finds may be false.
  const unsure = lost.filter(({ source }) => source === "these versions");
  if (lost.length > unsure.length) {
    reasons.push(`loses ${countText(lost.length - unsure.length, "incident")}`);
  }
  if (unsure.length > 0) {
    reasons.push(
      `loses ${
        countText(unsure.length, "incident")
      } that only the version in use found`,
    );
  }
  const [before, after] = [current.falseAlarms, candidate.falseAlarms];
  if (before !== null && after !== null && after.count > before.count) {
    reasons.push(
      `raises ${
        countText(after.count, "false alarm")
      } instead of ${before.count}`,
    );
  }
  const most = Math.max(
    current.incidentsPerDay,
    parseAlarmBudget(budget).perDay,
  );
  if (basis === "incidents" && candidate.incidentsPerDay > most) {
    const perDay = (rate: number) => rate.toPrecision(2);
    reasons.push(
      `raises ${perDay(candidate.incidentsPerDay)} incidents a day instead of ${
        perDay(current.incidentsPerDay)
      }, more than ${budget}`,
    );
  }
  return reasons;
}

import type { Evaluation } from "./evaluation.ts";
import { poissonInterval } from "./poisson_interval.ts";

/**
 * Compares how many incidents there were with how many an alarm budget brings,
 * if they come independently of one another at its rate.
 *
 * @param incidents How many were seen.
 * @param mean How many the budget brings in the same time.
 * @returns What 95 % of such times hold, and where what was seen stands to it.
 *
 * @example Usage
 * ```ts
 * import { againstBudget } from "@lib/measure/against_budget.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(againstBudget(30, 14), { allowed: [7, 22], standing: "above" });
 * ```
 */
export function againstBudget(
  incidents: number,
  mean: number,
): Pick<Evaluation["rates"], "allowed" | "standing"> {
  const [fewest, most] = poissonInterval(mean);
  const standing = incidents < fewest
    ? "below"
    : incidents > most
    ? "above"
    : "within";
  return { allowed: [fewest, most], standing };
}

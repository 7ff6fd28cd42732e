import { DAY_MS } from "../../frame/day_ms.ts";
import { formatDuration } from "../../frame/units.ts";
import type { Evaluation } from "../../measure/evaluation.ts";
import { countText, nameText } from "../words.ts";

/** What is said of a rate; all of an evaluation but its labels and replay. */
type Rated = Pick<
  Evaluation,
  "budget" | "rates" | "scoredSteps" | "thresholds"
>;

const STANDING = {
  below: "fewer than its rate brings",
  within: "within its rate",
  above: "more than its rate brings",
} as const;

/** A smaller rate would read as none. */
const LEAST = 0.01;

/** An extrapolated rate below so much of the budget's is no rounding: it was chosen. */
const CHOSEN = 0.95;

/**
 * Writes a rate.
 *
 * @param rate Incidents a day.
 * @returns Such as `"0.80 incidents a day"`, `"fewer than 0.01 incidents a day"`.
 */
export function perDayText(rate: number): string {
  const digits = rate >= 10 ? 0 : rate >= 1 ? 1 : 2;
  const text = rate === 0
    ? "0"
    : rate < LEAST
    ? `fewer than ${LEAST}`
    : rate.toFixed(digits);
  return `${text} incidents a day`;
}

/**
 * Says in a line what was seen beside the alarm budget.
 *
 * @param evaluation The evaluation.
 * @param intervalMs Milliseconds from one step to the next.
 * @returns Such as `"Alarm budget 1/day: 3 incidents in 6 h, where 0 to 2 are
 *   usual: more than its rate brings"`.
 */
export function budgetLine(
  { budget, rates, scoredSteps }: Rated,
  intervalMs: number,
): string {
  const [fewest, most] = rates.allowed;
  const seen = countText(rates.incidents, "incident");
  const usual = fewest === most ? `${most}` : `${fewest} to ${most}`;
  return `Alarm budget ${nameText(budget.text)}: ${seen} in ${
    formatDuration(scoredSteps * intervalMs)
  }, where ${usual} would be usual (95 %): ${STANDING[rates.standing]}`;
}

/**
 * Tells where the threshold comes from, what rate was expected, what was seen,
 * and what it means where the two differ.
 *
 * @param evaluation The evaluation.
 * @param intervalMs Milliseconds from one step to the next.
 * @returns Sentences.
 */
export function budgetSentences(evaluation: Rated, intervalMs: number): string {
  const { budget, rates, thresholds } = evaluation;
  const part = formatDuration(thresholds.days * DAY_MS);
  const expected = perDayText(rates.expectedPerDay);
  return [
    `The score's threshold is fitted to an alarm budget of ${
      nameText(budget.text)
    }, on ${part} of the training data that were kept for it;`,
    thresholds.extrapolated
      ? `that is too short to show such a budget, and by the tail of its scores ${expected} are expected${
        rates.expectedPerDay < CHOSEN * budget.perDay
          ? `, below the budget's ${
            perDayText(budget.perDay)
          }: by choice the threshold stays above the highest score of that time`
          : ""
      }.`
      : `at that threshold they hold ${expected}, which is what to expect of such time.`,
    `${budgetLine(evaluation, intervalMs)}.`,
    MEANING[rates.standing],
  ].filter((sentence) => sentence !== "").join(" ");
}

const MEANING = {
  below: "A larger budget, or a newer model, would find more.",
  within: "",
  above: "Incidents that are real count among them; where most are not, this " +
    "time is unlike the training data: train on newer time, or take a smaller budget.",
} as const;

import { InputError } from "../errors.ts";

/** How many alarms a person is ready to look at. */
export interface AlarmBudget {
  /** As it was written, such as `"1/day"`. */
  readonly text: string;
  /** Alarms a day. */
  readonly perDay: number;
}

const DAYS = { day: 1, week: 7 } as const;

/**
 * Reads an alarm budget.
 *
 * @param text `N/day` or `N/week`, N > 0.
 * @returns The budget.
 * @throws {InputError} If the text is anything else.
 *
 * @example Usage
 * ```ts
 * import { parseAlarmBudget } from "@lib/detect/alarm_budget.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(parseAlarmBudget("7/week").perDay, 1);
 * ```
 */
export function parseAlarmBudget(text: string): AlarmBudget {
  const match = /^(\d+(?:\.\d+)?)\/(day|week)$/.exec(text);
  const count = Number(match?.[1]);
  if (!match || !(count > 0)) {
    throw new InputError(
      "use the alarm budget",
      "it must be N/day or N/week with N > 0",
      {
        got: text,
        hint: "for example --alarm-budget 1/day",
      },
    );
  }
  return { text, perDay: count / DAYS[match[2] as keyof typeof DAYS] };
}

import assert from "node:assert/strict";
import { parseAlarmBudget } from "@lib/detect/alarm_budget.ts";
import { InputError } from "@lib/errors.ts";

Deno.test("parseAlarmBudget() reads alarms a day and a week", () => {
  const cases = [["1/day", 1], ["2/week", 2 / 7], ["0.5/day", 0.5]] as const;
  for (const [text, perDay] of cases) {
    assert.deepEqual(parseAlarmBudget(text), { text, perDay });
  }
});

Deno.test("parseAlarmBudget() refuses anything else by name", () => {
  for (
    const text of ["", "1", "0/day", "-1/day", "1/hour", "one/day", "1 /day"]
  ) {
    assert.throws(() => parseAlarmBudget(text), InputError, text);
  }
});

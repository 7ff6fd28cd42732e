import assert from "node:assert/strict";
import { budgetWarning } from "@lib/pipeline/scoring/budget_warning.ts";

const fitted = {
  ...{ value: 2, days: 0.5, alarmsPerDay: 0, expectedPerDay: 0.1 },
  ...{ extrapolated: true, interval: [1.5, 8] as const },
};

Deno.test("budgetWarning() says how long normal time was, and how sure the threshold is", () => {
  assert.equal(
    budgetWarning(fitted, "1/week"),
    "The threshold was fitted on 12 h of normal time, too short to hold 1/week alarms even once: it is extrapolated, and the one that the budget asks for lies between 0.75 and 4.0 times it (95 %).",
  );
  assert.match(
    budgetWarning({ ...fitted, interval: null }, "1/week") ?? "",
    /it is extrapolated, and the real rate may differ\.$/,
  );
});

Deno.test("budgetWarning() is silent where the time holds the budget", () => {
  const held = { ...fitted, extrapolated: false, interval: null };
  assert.equal(budgetWarning(held, "1/day"), null);
});

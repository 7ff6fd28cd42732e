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

Deno.test("budgetWarning() says plainly where the threshold is above all that its tail says", () => {
  const kept = { ...fitted, interval: [1.24, 1.9] as const };
  assert.match(
    budgetWarning(kept, "1/week") ?? "",
    /: it is extrapolated and, by choice, kept above the highest score of that time; its tail alone would say 0\.62 to 0\.95 times it \(95 %\), so fewer alarms than the budget are to be expected\.$/,
  );
});

Deno.test("budgetWarning() is silent where the time holds the budget", () => {
  const held = { ...fitted, extrapolated: false, interval: null };
  assert.equal(budgetWarning(held, "1/day"), null);
});

import assert from "node:assert/strict";
import type { Contribution, Counterfactual } from "@lib/detect/incident.ts";
import { againstLabels } from "@lib/measure/against_labels.ts";
import { counterfactualQuality } from "@lib/measure/counterfactual_quality.ts";

/** An incident over ten metrics that a set clears, or does not. */
function incident(features: readonly string[], clears = true) {
  return {
    contributions: Array.from(
      "abcdefghij",
      (feature) => ({ feature } as Contribution),
    ),
    counterfactual: { features, clears } as unknown as Counterfactual,
  };
}

Deno.test("counterfactualQuality() counts sets that hold a named cause, beside chance", () => {
  const { byChance, ...counts } = counterfactualQuality([
    { causes: ["a"], incident: incident(["a", "b"]) },
    { causes: ["c", "d", "not-learned"], incident: incident(["d"]) },
    { causes: ["j"], incident: incident(["a", "b", "c"]) },
    // what clears nothing, and what was not looked at, claims nothing
    { causes: ["a"], incident: incident(["a"], false) },
    { causes: ["a"], incident: { ...incident([]), counterfactual: null } },
    { causes: ["a"], incident: { contributions: [] } },
  ]);
  assert.deepEqual(counts, { of: 3, withCause: 2 });
  // 1 − C(9,2)/C(10,2), 2/10, 3/10
  assert.ok(Math.abs(byChance - (0.2 + 0.2 + 0.3)) < 1e-12);
});

Deno.test("againstLabels() compares the incident that found an event", () => {
  const at = (minute: number) => new Date(minute * 60_000).toISOString();
  const found = { kind: "anomaly" as const, start: at(10), end: at(20) };
  const { counterfactuals } = againstLabels({
    incidents: [
      { id: "other", ...found, start: at(40), end: at(50), ...incident(["b"]) },
      { id: "one", ...found, ...incident(["a"]) },
    ],
    labels: [{
      ...{ startMs: 10 * 60_000, endMs: 20 * 60_000 },
      ...{ features: ["a"], note: "" },
    }],
    ...{ startMs: 0, endMs: 60 * 60_000, intervalMs: 60_000, days: 1 },
  });
  assert.equal(counterfactuals.of, 1);
  assert.equal(counterfactuals.withCause, 1);
});

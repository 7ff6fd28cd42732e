import assert from "node:assert/strict";
import { type ConfidenceFacts, confidenceOf } from "@lib/detect/confidence.ts";

const DAY = 86_400_000;

/** An incident with nothing to doubt. */
const SURE: ConfidenceFacts = {
  learnedMs: 21 * DAY,
  unmeasured: 0.01,
  unseen: 0,
  metrics: 20,
  peakScore: 6.18,
  isExtrapolated: false,
  causes: 2,
  causeShare: 0.92,
};

/** What is changed, the level that follows, and its first reason. */
const CASES: readonly (readonly [
  Partial<ConfidenceFacts>,
  "high" | "medium" | "low",
  string,
])[] = [
  [{ learnedMs: 14 * DAY }, "high", "the model learned from 14 d"],
  [
    { learnedMs: 13 * DAY },
    "medium",
    "the model learned from 13 d: less than two weeks, which cannot show a weekly rhythm",
  ],
  [
    { learnedMs: DAY },
    "medium",
    "the model learned from 1 d: less than two weeks, which cannot show a weekly rhythm",
  ],
  [
    { learnedMs: DAY - 60_000 },
    "low",
    "the model learned from 23 h 59 min: less than a day",
  ],
  [{ unmeasured: 0.1 }, "high", "the model learned from 21 d"],
  [
    { unmeasured: 0.11 },
    "medium",
    "11 % of its values are missing or were filled in",
  ],
  [
    { unmeasured: 0.51 },
    "low",
    "51 % of its values are missing or were filled in",
  ],
  [{ unseen: 4 }, "high", "the model learned from 21 d"],
  [
    { unseen: 5 },
    "medium",
    "5 of the model's 20 metrics had too few values to look at",
  ],
  [
    { unseen: 11 },
    "low",
    "11 of the model's 20 metrics had too few values to look at",
  ],
  [{ peakScore: 1.5 }, "high", "the model learned from 21 d"],
  [{ peakScore: 1.499 }, "medium", "its peak is only 1.50 × the threshold"],
  [{ peakScore: 1.1 }, "medium", "its peak is only 1.10 × the threshold"],
  [{ peakScore: 1.05 }, "low", "its peak is only 1.05 × the threshold"],
  [
    { isExtrapolated: true },
    "medium",
    "the threshold is extrapolated: normal time was too short to see its rate",
  ],
  [{ causeShare: 0.5 }, "high", "the model learned from 21 d"],
  [
    { causeShare: 0.497 },
    "medium",
    "the signals over their own thresholds have only 49 % of the shares",
  ],
  [
    { causes: 0, causeShare: 0 },
    "low",
    "no signal passed its own threshold",
  ],
  [{ seeds: { found: 5, of: 5 } }, "high", "the model learned from 21 d"],
  [{ seeds: { found: 3, of: 5 } }, "medium", "3 of 5 seeds found it"],
  [{ seeds: { found: 2, of: 5 } }, "low", "2 of 5 seeds found it"],
];

for (const [changes, level, reason] of CASES) {
  Deno.test(`confidenceOf() is ${level} with ${JSON.stringify(changes)}`, () => {
    const confidence = confidenceOf({ ...SURE, ...changes });
    assert.equal(confidence.level, level);
    assert.equal(confidence.reasons[0], reason);
    if (level !== "high") assert.equal(confidence.reasons.length, 1);
  });
}

Deno.test("confidenceOf() is the worst of its rules, and tells what decides first", () => {
  const { level, reasons } = confidenceOf({
    ...SURE,
    learnedMs: 3 * DAY,
    peakScore: 1.05,
    causes: 0,
    causeShare: 0,
  });
  assert.equal(level, "low");
  assert.deepEqual(reasons.map((reason) => reason.slice(0, 14)), [
    "its peak is on",
    "no signal pass",
    "the model lear",
  ]);
});

Deno.test("confidenceOf() says what makes a sure incident sure", () => {
  const seeds = { found: 5, of: 5 };
  assert.deepEqual(confidenceOf({ ...SURE, seeds }).reasons, [
    "the model learned from 21 d",
    "99 % of its values were measured",
    "its peak is 6.2 × the threshold",
    "the 2 signals over their own thresholds have 92 % of the shares",
    "all 5 seeds found it",
  ]);
  const [, , , one] = confidenceOf({ ...SURE, causes: 1 }).reasons;
  assert.equal(one, "the signal over its own threshold has 92 % of the shares");
});

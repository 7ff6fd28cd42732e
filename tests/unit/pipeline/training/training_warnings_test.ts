import assert from "node:assert/strict";
import type { LabelledSpan, Mark } from "@lib/frame/labelled_span.ts";
import { runWarnings } from "@lib/pipeline/training/training_warnings.ts";
import { SAMPLE_DETECTOR } from "../../../support/sample_detector.ts";

const HOUR = 3_600_000;
const [start, end] = [Date.UTC(2026, 0, 1, 10), Date.UTC(2026, 0, 1, 11)];
const label = (mark?: Mark): LabelledSpan => ({
  ...{ startMs: start, endMs: end, features: [], note: "" },
  ...(mark ? { mark } : {}),
});
const leaving = (from: number, to: number) => ({
  ...SAMPLE_DETECTOR,
  training: {
    ...SAMPLE_DETECTOR.training,
    leftOut: {
      steps: 60,
      spans: [{
        start: new Date(from).toISOString(),
        end: new Date(to).toISOString(),
        mark: "true" as const,
      }],
    },
  },
});

const warnings = (
  labels: readonly LabelledSpan[],
  detector: typeof SAMPLE_DETECTOR = SAMPLE_DETECTOR,
) =>
  runWarnings({
    detector,
    threshold: {
      ...{ value: 1, days: 3, alarmsPerDay: 1, expectedPerDay: 1 },
      ...{ extrapolated: false, interval: null },
    },
    budget: "1/day",
    labels,
    startMs: Date.UTC(2026, 1, 1),
    alarmShare: 0,
  });

Deno.test("runWarnings() warns of incidents in the time that was learned from", () => {
  assert.deepEqual(warnings([label(), label("true")]), [
    "2 labelled incidents lie in the time that the model learned from: it takes them for normal.",
  ]);
});

Deno.test("runWarnings() does not warn of what was left out, or is no incident", () => {
  assert.deepEqual(warnings([label("false"), label("maintenance")]), []);
  assert.deepEqual(warnings([label()], leaving(start, end)), []);
  const half = leaving(start, end - HOUR / 2);
  assert.equal(warnings([label()], half).length, 1, "only half of it was");
});

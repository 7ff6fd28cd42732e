import assert from "node:assert/strict";
import type { Incident } from "@lib/detect/incident.ts";
import type { MetricTable } from "@lib/frame/metric_table.ts";
import type { ExcludedMetric } from "@lib/frame/raw_table.ts";
import { metricByName } from "@lib/frame/schema.ts";
import { withConfidence } from "@lib/pipeline/scoring/with_confidence.ts";
import { metricTable } from "../../../support/metric_table.ts";

const STEPS = 10;
const MONTH = { steps: 30 * 1440 };

/** Two metrics, ten steps. */
function tableWith(changes: Partial<MetricTable> = {}): MetricTable {
  return {
    ...metricTable({
      metrics: ["cpu-user", "load-1m"].map(metricByName),
      values: Array(2 * STEPS).fill(1),
    }),
    ...changes,
  };
}

const part = (feature: string, share: number, isCause: boolean) => ({
  ...{ feature, share, isCause, unit: "", group: null, actual: 1 },
  ...{ expected: 0, band: [0, 0] as const, direction: "high" as const },
  onset: null,
});

/** Steps 2 to 5. */
const incident: Incident = {
  id: "web-1-1",
  host: "web-1",
  kind: "anomaly",
  start: "2026-01-01T00:02:00Z",
  end: "2026-01-01T00:05:00Z",
  peak: "2026-01-01T00:03:00Z",
  peakScore: 4,
  severity: "major",
  contributions: [part("load-1m", 0.9, true), part("cpu-user", 0.1, false)],
  counterfactual: null,
  confidence: null,
  change: null,
  earlyWarnings: [],
  warnedOf: [],
  seenBefore: [],
};

const threshold = {
  ...{ value: 1, days: 5, alarmsPerDay: 0, expectedPerDay: 1 },
  ...{ extrapolated: false, interval: null },
};

const said = (
  changes: Partial<MetricTable>,
  more: Partial<Parameters<typeof withConfidence>[1]> = {},
) =>
  withConfidence(incident, {
    scored: { table: tableWith(changes), threshold },
    training: MONTH,
    ...more,
  }).confidence;

Deno.test("withConfidence() is high where nothing is in doubt, and keeps the rest", () => {
  assert.equal(said({})?.level, "high");
  const { confidence: _, ...rest } = withConfidence(incident, {
    scored: { table: tableWith(), threshold },
    training: MONTH,
  });
  const { confidence: _none, ...before } = incident;
  assert.deepEqual(rest, before);
});

Deno.test("withConfidence() counts cells of the incident that were filled in or are missing", () => {
  const imputed = new Uint8Array(2 * STEPS);
  const values = new Float32Array(2 * STEPS).fill(1);
  // Step 1 is not of the incident.
  imputed.set([1, 1, 1], 2);
  values[9] = NaN;
  assert.deepEqual(said({ imputed, values })?.reasons, [
    "25 % of its values are missing or were filled in",
  ]);
});

Deno.test("withConfidence() counts the model's metrics without values, no others", () => {
  const lacking = (reason: ExcludedMetric["reason"], name: string) => (
    { name, unit: "", reason, detail: "" }
  );
  // Absent in training too, as most of the schema is from any table.
  const never = ["swap-used", "disk-io-time", "sys-mem-free"]
    .map((name) => lacking("absent", name));
  assert.equal(said({ excluded: never })?.level, "high");
  const others = (["constant", "unchosen", "sparse", "empty"] as const)
    .map((reason) => lacking(reason, reason));
  assert.equal(said({ excluded: others })?.level, "high");
  assert.deepEqual(
    said({ excluded: [...never, lacking("absent", "load-1m")] })?.reasons,
    ["1 of the model's 2 metrics had too few values to look at"],
  );
});

Deno.test("withConfidence() counts a group with a cause whole, as its share is shown", () => {
  const group = { group: "load-1m" };
  const { confidence } = withConfidence({
    ...incident,
    contributions: [
      part("cpu-user", 0.4, false),
      { ...part("load-1m", 0.35, true), ...group },
      { ...part("load-5m", 0.25, false), ...group },
    ],
  }, { scored: { table: tableWith(), threshold }, training: MONTH });
  assert.equal(confidence?.level, "high");
  assert.ok(
    confidence.reasons.includes(
      "the signal over its own threshold has 60 % of the shares",
    ),
    confidence.reasons.join("; "),
  );
});

Deno.test("withConfidence() knows the history without what was left out, the threshold, the seeds", () => {
  const leftOut = { steps: 29 * 1440 + 1, spans: [] };
  const [history] = said({}, { training: { ...MONTH, leftOut } })?.reasons ??
    [];
  assert.match(history ?? "", /: less than a day$/);
  const extrapolated = {
    table: tableWith(),
    threshold: { ...threshold, extrapolated: true },
  };
  const [tail] = said({}, { scored: extrapolated })?.reasons ?? [];
  assert.match(tail ?? "", /^the threshold is extrapolated/);
  const [seeds] = said({}, { seeds: { found: 1, of: 5 } })?.reasons ?? [];
  assert.equal(seeds, "1 of 5 seeds found it");
});

Deno.test("withConfidence() estimates nothing about an outage", () => {
  const outage = { ...incident, kind: "outage" as const, peakScore: null };
  const { confidence } = withConfidence(outage, {
    scored: { table: tableWith(), threshold },
    training: { steps: 1 },
  });
  assert.deepEqual(confidence, {
    level: "high",
    reasons: ["server-up was 0: nothing is estimated"],
  });
});

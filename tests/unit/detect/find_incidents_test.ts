import assert from "node:assert/strict";
import { findIncidents } from "@lib/detect/find_incidents.ts";
import { severity } from "@lib/detect/severity.ts";
import type { MetricTable } from "@lib/frame/metric_table.ts";
import { metricByName } from "@lib/frame/schema.ts";

const table: MetricTable = {
  host: "web 1",
  startMs: Date.UTC(2026, 0, 1),
  intervalMs: 60_000,
  steps: 8,
  metrics: [metricByName("cpu-user"), metricByName("load-1m")],
  values: Float32Array.of(1, 1, 1, 1, 4, 1, 2, 9, 1, 1, 1, 1, NaN, NaN, 1, 1),
  imputed: new Uint8Array(16),
  up: Uint8Array.of(1, 1, 1, 1, 1, 1, 0, 1),
  label: null,
  excluded: [],
  gaps: [{ start: 6, end: 7 }],
  facts: {
    files: [],
    rows: 8,
    duplicates: 0,
    unordered: 0,
    badTimes: 0,
    badCells: [],
    infinite: 0,
    clock: "zoned",
  },
};

const expected = new Float32Array(16).fill(1);
const incidents = findIncidents({
  table,
  score: Float32Array.of(0, 0, 2, 6, 0, 0, NaN, 0),
  distance: table.values.map((value) => value - 1),
  thresholds: [1, 2],
  expected,
  bands: [
    { distance: 1, least: -Infinity },
    { distance: 2, least: 0 },
  ],
  groups: [null, "load-1m"],
  mergeGapSteps: 1,
});

Deno.test("findIncidents() finds anomalies and outages in order of time", () => {
  assert.deepEqual(
    incidents.map(({ kind, start, end }) => [kind, start, end]),
    [
      ["anomaly", "2026-01-01T00:02:00Z", "2026-01-01T00:03:00Z"],
      ["outage", "2026-01-01T00:06:00Z", "2026-01-01T00:06:00Z"],
    ],
  );
});

Deno.test("findIncidents() writes what incidents.json promises", () => {
  const [anomaly] = incidents;
  assert.equal(anomaly!.id, "web 1-20260101T000200Z");
  assert.equal(anomaly!.peak, "2026-01-01T00:03:00Z");
  assert.equal(anomaly!.peakScore, 6);
  assert.equal(anomaly!.severity, "critical");
  assert.deepEqual(anomaly!.contributions[0], {
    feature: "load-1m",
    unit: "1",
    share: 4 / 7,
    isCause: true,
    group: "load-1m",
    actual: 9,
    expected: 1,
    band: [0, 3],
    direction: "high",
    onset: "2026-01-01T00:03:00Z",
  });
});

Deno.test("findIncidents() blames an outage on server-up and nothing else", () => {
  const outage = incidents[1]!;
  assert.deepEqual(
    outage.contributions.map(({ feature, share }) => [feature, share]),
    [
      ["server-up", 1],
    ],
  );
  assert.equal(outage.peakScore, null);
});

Deno.test("severity() has its edges at 2 and 5 thresholds", () => {
  const cases = [[1, "minor"], [1.99, "minor"], [2, "major"], [4.99, "major"], [
    5,
    "critical",
  ]] as const;
  for (const [score, name] of cases) assert.equal(severity(score), name);
});

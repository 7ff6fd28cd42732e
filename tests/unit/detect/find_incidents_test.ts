import assert from "node:assert/strict";
import { findIncidents, type ScoredSteps } from "@lib/detect/find_incidents.ts";
import { severity } from "@lib/detect/severity.ts";
import type { MetricTable } from "@lib/frame/metric_table.ts";
import { metricByName } from "@lib/frame/schema.ts";
import { metricTable } from "../../support/metric_table.ts";

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
  usual: [0.5, 1].map((usualDistance) => ({
    usualDistance,
    usual: { low: 0, high: 9, width: 9 },
  })),
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

/** An incident of one step at 50; the metric was outside its band before. */
function onsetOf(outsideFrom: number): string | null {
  const series = metricTable({
    metrics: [metricByName("cpu-user")],
    values: Array.from({ length: 60 }, () => 1),
  });
  const [incident] = findIncidents({
    table: series,
    score: Float32Array.from({ length: 60 }, (_, t) => t === 50 ? 2 : 0),
    distance: Float32Array.from(
      { length: 60 },
      (_, t) => t >= outsideFrom && t <= 50 ? 2 : 0,
    ),
    thresholds: [1],
    usual: [{ usualDistance: 1, usual: { low: 0, high: 2, width: 2 } }],
    expected: new Float32Array(60),
    bands: [{ distance: 1, least: 0 }],
    groups: [null],
    mergeGapSteps: 1,
  });
  return incident!.contributions[0]!.onset;
}

Deno.test("findIncidents() follows an onset up to 30 steps before a short incident", () => {
  const after = (minutes: number) =>
    onsetOf(50)!.replace(/50(?=:00Z)/, `${minutes}`);
  assert.equal(onsetOf(20), after(20));
  assert.equal(onsetOf(45), after(45));
  // What began before that has to do with something else.
  assert.equal(onsetOf(19), onsetOf(50));
});

const move = {
  moved: {
    ...{ feature: "load-1m", unit: "1", from: 1, to: 9 },
    since: "2026-01-01T00:01:00Z",
  },
  judgedFrom: "2026-01-01T00:05:00Z",
  settling: { start: 1, end: 5 },
  alarmed: true,
  // Half of the squared score of 2 that alarms.
  partAt: () => 2,
};
const flickering = (moves: ScoredSteps["moves"]) =>
  findIncidents({
    table,
    score: Float32Array.of(0, 2, 0, 0, 2, 0, 0, 2),
    distance: table.values.map((value) => value - 1),
    thresholds: [1, 2],
    expected,
    bands: [
      { distance: 1, least: -Infinity },
      { distance: 2, least: 0 },
    ],
    groups: [null, null],
    usual: [1, 1].map((usualDistance) => ({
      usualDistance,
      usual: { low: 0, high: 2, width: 2 },
    })),
    mergeGapSteps: 0,
    ...(moves ? { moves } : {}),
  }).filter(({ kind }) => kind === "anomaly");

Deno.test("findIncidents() makes one incident of the alarms while a level settled, with its change", () => {
  const spans = (moves?: ScoredSteps["moves"]) =>
    flickering(moves).map(({ start, end, change }) => [
      start.slice(14, 16) + "-" + end.slice(14, 16),
      change,
    ]);
  assert.deepEqual(spans(), [["01-01", null], ["04-04", null], [
    "07-07",
    null,
  ]]);
  assert.deepEqual(spans([move]), [
    ["01-04", { features: [move.moved] }],
    ["07-07", null],
  ]);
});

Deno.test("findIncidents() names of an incident's change what left its band and had a part in it", () => {
  const slow = { ...move, partAt: () => 0.1 };
  const inside = { ...move, moved: { ...move.moved, feature: "cpu-idle" } };
  const [first] = flickering([move, slow, inside]);
  assert.deepEqual(first?.change?.features, [move.moved]);
});

Deno.test("findIncidents() leaves alarms apart that are not about what moved, without a change", () => {
  const other = { ...move, partAt: () => 0.9 };
  assert.deepEqual(
    flickering([other]).map(({ change }) => change),
    [null, null, null],
  );
});

Deno.test("findIncidents() leaves incidents alone where a level moved without alarms", () => {
  const silent = { ...move, alarmed: false };
  assert.deepEqual(
    flickering([silent]).map(({ change }) => change),
    [null, null, null],
  );
});

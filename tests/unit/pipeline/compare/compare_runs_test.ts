import assert from "node:assert/strict";
import { compareRuns } from "@lib/pipeline/compare/compare_runs.ts";
import { SAMPLE_DETECTOR } from "../../../support/sample_detector.ts";
import {
  at,
  event,
  incident,
  quality,
  run,
} from "../../../support/compared_runs.ts";

Deno.test("compareRuns() on labels tells gains, losses, delays and false alarms", () => {
  const found = compareRuns({
    earlier: [{ start: at(0), end: at(5), mark: null }],
    current: run({
      version: "old",
      labels: quality([
        event(10, { found: "a", delay: 120 }),
        event(30, { found: "b", delay: 60 }),
        event(50, { found: null }),
        event(70, { found: null }),
      ], 3),
    }),
    candidate: run({
      version: "new",
      labels: quality([
        event(10, { found: "a", delay: 30 }),
        event(30, { found: null }),
        event(50, { found: "c" }),
        event(70, { found: null }),
      ], 2),
    }),
  });
  assert.deepEqual(
    [found.basis, found.lost, found.gained, found.firstSignalChanged],
    ["labels", 1, 1, 0],
  );
  assert.deepEqual(found.incidents.map(({ change }) => change), [
    ...["same", "lost", "gained", "neither"],
  ]);
  assert.deepEqual(found.current, {
    version: "old",
    found: 2,
    medianDelaySeconds: 90,
    incidentsPerDay: 0.5,
    falseAlarms: { count: 3, perDay: 1.5 },
  });
  assert.equal(found.candidate.medianDelaySeconds, 15);
  assert.deepEqual(found.worse, ["loses 1 incident"]);
});

Deno.test("compareRuns() on labels calls more false alarms worse, as many not", () => {
  const pair = (falseAlarms: number) =>
    compareRuns({
      earlier: [],
      current: run({
        version: "old",
        labels: quality([event(10, { found: "a" })], 2),
      }),
      candidate: run({
        version: "new",
        labels: quality([event(10, { found: "a" })], falseAlarms),
      }),
    }).worse;
  assert.deepEqual(pair(2), []);
  assert.deepEqual(pair(3), ["raises 3 false alarms instead of 2"]);
});

Deno.test("compareRuns() without labels looks at all that anybody found, overlaps as one", () => {
  const found = compareRuns({
    earlier: [
      { start: at(8), end: at(12), mark: "disk full" },
      { start: at(90), end: at(95), mark: null },
    ],
    current: run({
      version: "old",
      spots: [[10, 20], [40, 45], [60, 65, "load-1m"]],
    }),
    candidate: run({
      version: "new",
      spots: [[12, 15], [16, 22, "queue"], [62, 70], [80, 81]],
    }),
  });
  assert.deepEqual(
    found.incidents.map(({ start, end, source, note, change }) => [
      ...[start, end, source, note, change],
    ]),
    [
      [at(8), at(22), "earlier run", "disk full", "same"],
      [at(40), at(45), "these versions", "", "lost"],
      [at(60), at(70), "these versions", "", "same"],
      [at(80), at(81), "these versions", "", "gained"],
      [at(90), at(95), "earlier run", "", "neither"],
    ],
  );
  // The first alarm counts for the delay, the worst incident for the signal.
  assert.deepEqual(found.incidents[0]?.candidate, {
    incident: "web-16",
    delaySeconds: 240,
    topFeature: "queue",
    topGroup: "queue",
  });
  assert.equal(found.firstSignalChanged, 2);
  // Nobody knows whether it was one.
  assert.deepEqual(found.worse, [
    "loses 1 incident that only the version in use found",
  ]);
  assert.equal(found.current.falseAlarms, null);
});

Deno.test("compareRuns() without labels calls more incidents worse where they pass the budget, too", () => {
  const worse = (before: number, after: number) =>
    compareRuns({
      earlier: [],
      current: run({ version: "old", perDay: before }),
      candidate: run({ version: "new", perDay: after }),
    }).worse;
  assert.deepEqual(worse(0.1, 0.9), []);
  assert.deepEqual(worse(3, 2.9), []);
  assert.deepEqual(worse(0.1, 1.5), [
    "raises 1.5 incidents a day instead of 0.10, more than 1/day",
  ]);
});

Deno.test("compareRuns() leaves outages alone: they are facts", () => {
  const outage = { ...incident([10, 20]), kind: "outage" as const };
  const current = run({ version: "old" });
  const found = compareRuns({
    earlier: [],
    current: { ...current, scored: { ...current.scored, incidents: [outage] } },
    candidate: run({ version: "new" }),
  });
  assert.deepEqual(found.incidents, []);
});

Deno.test("compareRuns() warns of what weakens it, once where it is of both, and not of short histories", () => {
  const { training } = SAMPLE_DETECTOR;
  const detector = {
    ...SAMPLE_DETECTOR,
    training: { ...training, warnings: ["Short."] },
  };
  const of = (version: string, warnings: readonly string[]) => ({
    ...run({ version, warnings: [...warnings, "Short."] }),
    model: { detector: { ...detector, version } },
  });
  const { warnings } = compareRuns({
    earlier: [],
    current: of("old", ["Extrapolated."]),
    candidate: of("new", ["Extrapolated.", "Overlaps."]),
  });
  assert.deepEqual(warnings, [
    "Both versions: Extrapolated.",
    "The new version: Overlaps.",
  ]);
});

Deno.test("compareRuns() warns of a version with bands that nothing leaves", () => {
  const candidate = run({ version: "new" });
  const { evaluation, model: { detector } } = candidate;
  const feature = evaluation.thresholds.features[0]!;
  const ranges = [{ feature: feature.feature, min: 0, max: 1 }];
  const training = { ...detector.training, ranges };
  const { warnings } = compareRuns({
    earlier: [],
    current: run({ version: "old" }),
    candidate: {
      ...candidate,
      model: { detector: { ...detector, training } },
      evaluation: {
        ...evaluation,
        thresholds: {
          ...evaluation.thresholds,
          features: [{ ...feature, distance: 6 }],
        },
      },
    },
  });
  assert.match(
    warnings.join(),
    /^The new version: The expected band reaches more than 5 times as far .* hardly ever be marked ●/,
  );
});

Deno.test("compareRuns() without labels loses what an earlier run found, and says which only the version in use did", () => {
  const worse = compareRuns({
    earlier: [{ start: at(10), end: at(15), mark: null }],
    current: run({ version: "old", spots: [[10, 20], [40, 45], [60, 65]] }),
    candidate: run({ version: "new" }),
  }).worse;
  assert.deepEqual(worse, [
    "loses 1 incident",
    "loses 2 incidents that only the version in use found",
  ]);
});

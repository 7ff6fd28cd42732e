import assert from "node:assert/strict";
import { parseAlarmBudget } from "@lib/detect/alarm_budget.ts";
import type { Incident } from "@lib/detect/incident.ts";
import type {
  LabelledEvent,
  LabelledQuality,
} from "@lib/measure/evaluation.ts";
import {
  type ComparedRun,
  compareRuns,
} from "@lib/pipeline/compare/compare_runs.ts";
import { SAMPLE_DETECTOR } from "../../../support/sample_detector.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";

const INPUT = sampleReportInput({ steps: 60 });
const at = (minute: number) =>
  new Date(Date.UTC(2026, 2, 1, 0, minute)).toISOString().replace(".000", "");

/** An incident from a minute to a minute, with its first signal, and its group. */
type Spot = readonly [
  start: number,
  end: number,
  signal?: string,
  group?: string,
];

function incident(
  [start, end, signal = "cpu-user", group]: Spot,
): Incident {
  const sample = INPUT.incidents[0]!;
  return {
    ...sample,
    ...{ id: `web-${start}`, start: at(start), end: at(end), peakScore: end },
    contributions: [{
      ...sample.contributions[0]!,
      ...{ feature: signal, group: group ?? null },
    }],
  };
}

interface RunOptions {
  readonly version: string;
  readonly spots?: readonly Spot[];
  readonly labels?: LabelledQuality;
  readonly perDay?: number;
  readonly warnings?: readonly string[];
  readonly minDurationMs?: number;
  /** First and last scored minute. @default {[0, 1439]} */
  readonly scored?: readonly [start: number, end: number];
}

function run(options: RunOptions): ComparedRun {
  const { version, spots = [], labels, perDay = 0.5, warnings = [] } = options;
  const { minDurationMs = 60_000, scored: [first, last] = [0, 1439] } = options;
  const { evaluation } = INPUT;
  return {
    scored: {
      incidents: spots.map(incident),
      score: Float32Array.from(
        { length: 1440 },
        (_, t) => t < first || t > last ? NaN : 0,
      ),
      table: { startMs: Date.parse(at(0)), intervalMs: 60_000 },
    },
    model: { detector: { ...SAMPLE_DETECTOR, version, minDurationMs } },
    warnings,
    evaluation: {
      ...evaluation,
      span: { start: at(first), end: at(last) },
      budget: { ...parseAlarmBudget("1/day"), warning: null },
      rates: { ...evaluation.rates, incidentsPerDay: perDay },
      labels: labels ?? null,
    },
  };
}

function event(start: number, found: LabelledEvent["incident"], delay = 0) {
  return {
    ...{ start: at(start), end: at(start + 10), note: "disk full" },
    features: [],
    incident: found,
    delaySeconds: found === null ? null : delay,
    topFeature: found === null ? null : "disk-io-time",
  };
}

function quality(
  perEvent: readonly LabelledEvent[],
  falseAlarms: number,
): LabelledQuality {
  return {
    ...{ events: perEvent.length, eventRecall: null, perEvent, falseAlarms },
    eventsFound: perEvent.filter((one) => one.incident !== null).length,
    ...{ falseAlarmsPerDay: falseAlarms / 2, days: 2, perIncident: [] },
    markedFalse: { spans: 0, alarmed: 0 },
    maintenance: { spans: 0, incidents: 0 },
    ...{ topCauseRight: 0, topCauseOf: 0 },
    counterfactuals: { of: 0, withCause: 0, byChance: 0 },
  };
}

Deno.test("compareRuns() on labels tells gains, losses, delays and false alarms", () => {
  const found = compareRuns({
    earlier: [{ start: at(0), end: at(5), mark: null }],
    current: run({
      version: "old",
      labels: quality([
        event(10, "a", 120),
        event(30, "b", 60),
        event(50, null),
        event(70, null),
      ], 3),
    }),
    candidate: run({
      version: "new",
      labels: quality([
        event(10, "a", 30),
        event(30, null),
        event(50, "c"),
        event(70, null),
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
      current: run({ version: "old", labels: quality([event(10, "a")], 2) }),
      candidate: run({
        version: "new",
        labels: quality([event(10, "a")], falseAlarms),
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

Deno.test("compareRuns() counts delays to where an alarm has lasted each version's minimum duration", () => {
  const { current, candidate } = compareRuns({
    earlier: [],
    current: run({ version: "old", spots: [[10, 80]] }),
    candidate: run({
      ...{ version: "new", spots: [[10, 80]], minDurationMs: 1_800_000 },
    }),
  });
  assert.equal(current.medianDelaySeconds, 0);
  assert.equal(candidate.medianDelaySeconds, 29 * 60);
});

Deno.test("compareRuns() tells first signals that changed, and of them those of another group", () => {
  const found = compareRuns({
    earlier: [],
    current: run({
      version: "old",
      spots: [[10, 12, "load-1m", "load-1m"], [30, 32, "load-1m", "load-1m"]],
    }),
    candidate: run({
      version: "new",
      spots: [[10, 12, "load-5m", "load-1m"], [30, 32, "queue"]],
    }),
  });
  assert.deepEqual([found.firstSignalChanged, found.firstGroupChanged], [2, 1]);
});

Deno.test("compareRuns() on labels takes first signals' groups from the incidents that found them", () => {
  const labelled = (version: string, signal: string) =>
    run({
      ...{ version, spots: [[10, 12, signal, "load-1m"]] },
      labels: quality([
        { ...event(10, "web-10"), topFeature: signal },
      ], 0),
    });
  const found = compareRuns({
    earlier: [],
    current: labelled("old", "load-1m"),
    candidate: labelled("new", "load-5m"),
  });
  assert.deepEqual([found.firstSignalChanged, found.firstGroupChanged], [1, 0]);
});

Deno.test("compareRuns() compares the time that both versions scored", () => {
  const found = compareRuns({
    earlier: [
      { start: at(2), end: at(5), mark: null },
      { start: at(1438), end: at(1439), mark: null },
    ],
    current: run({ version: "old", spots: [[0, 8], [30, 32]] }),
    candidate: run({
      ...{ version: "new", spots: [[30, 32]], perDay: 9 },
      scored: [720, 1439],
    }),
  });
  assert.deepEqual(found.span, { start: at(720), end: at(1439) });
  assert.deepEqual(found.incidents.map(({ start }) => start), [at(1438)]);
  assert.deepEqual(
    [found.current.incidentsPerDay, found.candidate.incidentsPerDay],
    [0, 9],
  );
});

Deno.test("compareRuns() counts no false alarm outside of the time that both versions scored", () => {
  const old = run({
    ...{ version: "old", spots: [[0, 8], [20, 25], [800, 802]] },
    labels: {
      ...quality([event(900, null)], 2),
      days: 1,
      perIncident: [{ incident: "web-20", mark: "maintenance", note: "" }],
    },
  });
  const { current } = compareRuns({
    earlier: [],
    current: old,
    candidate: run({
      ...{ version: "new", scored: [720, 1439] },
      labels: quality([event(900, null)], 0),
    }),
  });
  assert.deepEqual(current.falseAlarms, { count: 1, perDay: 2 });
  assert.equal(current.incidentsPerDay, 2);
});

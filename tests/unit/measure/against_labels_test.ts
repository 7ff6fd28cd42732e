import assert from "node:assert/strict";
import type { Incident } from "@lib/detect/incident.ts";
import { againstLabels } from "@lib/measure/against_labels.ts";

const MINUTE = 60_000;
const at = (minute: number) => new Date(minute * MINUTE).toISOString();

function incident(
  id: string,
  [start, end]: readonly [number, number],
  top: string,
): Incident {
  return {
    id,
    host: "h",
    kind: "anomaly",
    start: at(start),
    end: at(end),
    peak: at(start),
    peakScore: 3,
    severity: "major",
    contributions: [{
      feature: top,
      unit: "",
      share: 1,
      isCause: true,
      group: null,
      actual: 1,
      expected: 0,
      band: [0, 0],
      direction: "high",
      onset: null,
    }],
    counterfactual: null,
    confidence: null,
    change: null,
    earlyWarnings: [],
    warnedOf: [],
    seenBefore: [],
  };
}

const label = (start: number, end: number, ...features: string[]) => ({
  startMs: start * MINUTE,
  endMs: end * MINUTE,
  features,
  note: "",
});

const quality = againstLabels({
  incidents: [
    incident("early", [8, 11], "disk"),
    incident("longer", [11, 14], "cpu"),
    incident("false", [50, 51], "cpu"),
    incident("edge", [70, 71], "load"),
  ],
  labels: [
    label(10, 14, "cpu", "load"),
    label(30, 32, "disk"),
    label(60, 70, "net"),
    label(500, 600),
  ],
  startMs: 0,
  endMs: 100 * MINUTE,
  intervalMs: MINUTE,
  days: 0.5,
});

Deno.test("againstLabels() counts events touched, ends included", () => {
  assert.equal(quality.events, 3);
  assert.equal(quality.eventsFound, 2);
  assert.equal(quality.eventRecall, 2 / 3);
});

Deno.test("againstLabels() counts an incident that touches no label as false", () => {
  assert.equal(quality.falseAlarms, 1);
  assert.equal(quality.falseAlarmsPerDay, 2);
});

Deno.test("againstLabels() judges the first cause of the incident that shares most time, where causes are named", () => {
  assert.equal(quality.topCauseRight, 1);
  assert.equal(quality.topCauseOf, 2);
});

Deno.test("againstLabels() measures delay from the event's start, never below 0", () => {
  assert.deepEqual(
    quality.perEvent.map((
      { incident, delaySeconds },
    ) => [incident, delaySeconds]),
    [["longer", 0], [null, null], ["edge", 600]],
  );
});

Deno.test("againstLabels() takes a step for the interval that ends with it", () => {
  const of = (startMs: number, endMs: number) =>
    againstLabels({
      incidents: [incident("one", [5, 5], "cpu")],
      labels: [{ startMs, endMs, features: [], note: "" }],
      startMs: 0,
      endMs: 10 * MINUTE,
      intervalMs: MINUTE,
      days: 1,
    });
  assert.equal(of(4 * MINUTE + 10, 4 * MINUTE + 50).eventsFound, 1);
  assert.equal(of(3 * MINUTE, 4 * MINUTE).eventsFound, 0);
  assert.equal(of(5 * MINUTE + 1, 6 * MINUTE).eventsFound, 0);
});

Deno.test("againstLabels() takes an outage for a fact: it finds, and is never false", () => {
  const down: Incident = {
    ...incident("down", [90, 100], "server-up"),
    kind: "outage",
  };
  const measured = againstLabels({
    incidents: [down, { ...down, id: "other", start: at(20), end: at(21) }],
    labels: [label(90, 100, "server-up")],
    startMs: 0,
    endMs: 100 * MINUTE,
    intervalMs: MINUTE,
    days: 0.05,
  });
  assert.equal(measured.eventsFound, 1);
  assert.equal(measured.topCauseRight, 1);
  assert.equal(measured.falseAlarms, 0);
});

Deno.test("againstLabels() has no recall where there is no event", () => {
  const { eventRecall } = againstLabels({
    incidents: [],
    labels: [],
    startMs: 0,
    endMs: 1,
    intervalMs: 1,
    days: 1,
  });
  assert.equal(eventRecall, null);
});

const MARKED = {
  ...{ startMs: 0, endMs: 100 * MINUTE, intervalMs: MINUTE, days: 0.25 },
  incidents: [
    incident("found", [10, 12], "cpu"),
    incident("judged", [20, 22], "cpu"),
    incident("unlabelled", [30, 31], "cpu"),
    incident("upgrade", [40, 45], "disk"),
    { ...incident("down", [46, 47], "server-up"), kind: "outage" as const },
    incident("both", [60, 66], "cpu"),
  ],
  labels: [
    { ...label(10, 11, "cpu"), mark: "true" as const },
    { ...label(20, 22), mark: "false" as const },
    { ...label(25, 26), mark: "false" as const }, // no alarm there any more
    { ...label(38, 50), mark: "maintenance" as const },
    label(44, 46, "disk"), // under maintenance as a whole
    { ...label(61, 63), mark: "maintenance" as const },
    label(63, 64, "cpu"), // only its beginning is
    { ...label(80, 90), mark: "maintenance" as const },
    label(85, 95, "cpu"), // missed
  ],
};

Deno.test("againstLabels() counts by mark: true is to be found, false is a false alarm, maintenance is neither", () => {
  const { perEvent, perIncident, ...figures } = againstLabels(MARKED);
  assert.deepEqual(figures, {
    events: 3, // 10, 63 and 85
    eventsFound: 2,
    eventRecall: 2 / 3,
    falseAlarms: 2, // judged, unlabelled
    falseAlarmsPerDay: 8,
    days: 0.25,
    markedFalse: { spans: 2, alarmed: 1 },
    maintenance: { spans: 3, incidents: 1 }, // upgrade; an outage is a fact
    topCauseRight: 2,
    topCauseOf: 2,
    counterfactuals: { of: 0, withCause: 0, byChance: 0 },
  });
  assert.deepEqual(perEvent.map((event) => event.incident), [
    "found",
    "both",
    null,
  ]);
  // Of each, outages too, what the label says that shares most time with it.
  assert.deepEqual(perIncident.map(({ incident, mark }) => [incident, mark]), [
    ["found", "true"],
    ["judged", "false"],
    ["upgrade", "maintenance"],
    ["down", "maintenance"],
    ["both", "maintenance"],
  ]);
});

Deno.test("againstLabels() without marks counts as it does with all of them true", () => {
  const { labels } = MARKED;
  const all = labels.map(({ startMs, endMs, features, note }) => ({
    ...{ startMs, endMs, features, note },
  }));
  const marked = all.map((one) => ({ ...one, mark: "true" as const }));
  assert.deepEqual(
    againstLabels({ ...MARKED, labels: all }),
    againstLabels({ ...MARKED, labels: marked }),
  );
});

Deno.test("againstLabels() counts delays to where an anomaly is known, an outage's to its start", () => {
  const found = (kind: Incident["kind"]) =>
    againstLabels({
      incidents: [{ ...incident("one", [10, 20], "cpu"), kind }],
      labels: [label(8, 15)],
      ...{ startMs: 0, endMs: 60 * MINUTE, intervalMs: MINUTE, days: 1 },
      knownAfterMs: 3 * MINUTE,
    }).perEvent[0]?.delaySeconds;
  assert.equal(found("anomaly"), 5 * 60);
  assert.equal(found("outage"), 2 * 60);
});

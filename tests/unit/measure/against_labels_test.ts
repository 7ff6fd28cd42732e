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

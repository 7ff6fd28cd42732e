import assert from "node:assert/strict";
import type { Incident } from "@lib/detect/incident.ts";
import { seededRandom } from "@lib/model/random.ts";
import { earlyWarningsOf } from "@lib/pipeline/warning/early_warnings_of.ts";
import {
  autoregressive,
  minutes,
  withLeak,
} from "../../../../tools/warnings/wanders.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";

const DAY = 1440;
const leak = { start: 5 * DAY, steps: 600 };
const end = leak.start + 450;
const quiet = autoregressive(0.9, 0.02);
const series = minutes(withLeak(quiet(end, seededRandom(3)), leak));

/** An incident that begins at a step. */
function incidentAt(step: number): Incident {
  const start = new Date(step * 60_000).toISOString();
  return { ...sampleReportInput().incidents[0]!, start, end: start };
}

Deno.test("earlyWarningsOf() tells at the end, and of each incident what was known when it began", () => {
  const incidents = [leak.start - 60, leak.start + 400].map(incidentAt);
  const { atEnd, incidents: told } = earlyWarningsOf(incidents, [series]);
  assert.equal(atEnd.length, 1);
  assert.deepEqual(told.map((one) => one.earlyWarnings.length), [0, 1]);
  const cut = { ...series, left: series.left.slice(0, leak.start + 400) };
  assert.deepEqual(
    told[1]!.earlyWarnings,
    earlyWarningsOf([], [cut]).atEnd,
    "nothing of the incident itself is known",
  );
});

Deno.test("earlyWarningsOf() tells first what runs out first", () => {
  const later = { ...series, left: series.left.map((left) => left + 0.05) };
  const names = earlyWarningsOf([], [
    { ...later, name: "later" },
    { ...series, name: "sooner" },
  ]).atEnd.map(({ feature }) => feature);
  assert.deepEqual(names, ["sooner", "later"]);
});

Deno.test("earlyWarningsOf() of no metric with a limit is silent", () => {
  const { atEnd, incidents } = earlyWarningsOf([incidentAt(60)], []);
  assert.deepEqual(atEnd, []);
  assert.deepEqual(incidents[0]?.earlyWarnings, []);
});

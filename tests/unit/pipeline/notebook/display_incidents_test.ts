import assert from "node:assert/strict";
import { displayIncidents } from "@lib/pipeline/notebook/display_incidents.ts";
import { formsOf } from "../../../support/forms_of.ts";

import { sampleCounterfactual } from "../../../support/sample_counterfactual.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";

const textOf = async (value: object) =>
  (await formsOf(value))["text/plain"] ?? "";

/** The third incident, in which disks alone are to blame. */
const incidents = () => {
  const third = sampleReportInput().incidents[2]!;
  return displayIncidents([{
    ...third,
    contributions: third.contributions.map((one) => ({
      ...one,
      isCause: one.group !== null,
      onset: one.group === null ? null : third.start,
    })),
  }], { intervalMs: 60_000 });
};

Deno.test("displayIncidents() lists confidence, and metrics that move together once", async () => {
  const text = await textOf(incidents());
  assert.match(text, /confidence/);
  assert.match(text, /medium/);
  assert.match(text, /● disk-bytes-written \(with disk-io-time\) \d+ %/);
});

Deno.test("displayIncidents() tells of one incident the onset and how sure it is", async () => {
  const text = await textOf(incidents()[0]!);
  assert.match(
    text,
    /Onset: disk-\S+ \(\w+; with disk-\S+ \w+\) left its expected band/,
  );
  assert.match(text, /Confidence: medium, since the model learned from 3 days/);
});

const INCIDENTS = sampleReportInput().incidents;

Deno.test("displayIncidents() makes a counterfactual tell itself, and leaves its JSON alone", async () => {
  const counterfactual = sampleCounterfactual(INCIDENTS[2]!);
  const incident = { ...INCIDENTS[2]!, counterfactual };
  const json = JSON.stringify(incident);
  displayIncidents([incident], { intervalMs: 60_000 });
  assert.equal(JSON.stringify(incident), json);
  const text = (await formsOf(counterfactual))["text/plain"] ?? "";
  assert.match(text, /What would clear the alarm\? If /);
  assert.match(text, /signal +imputed alone +all but it/);
  const [first] = counterfactual.leaveOneOut;
  assert.match(text, new RegExp(`${first!.feature} .* ×`));
});

Deno.test("displayIncidents() shows incidents of which nothing would clear the alarm", async () => {
  const outage = INCIDENTS.find(({ kind }) => kind === "outage")!;
  displayIncidents([outage], { intervalMs: 60_000 });
  const text = (await formsOf(outage))["text/plain"] ?? "";
  assert.match(text, /the server could not be read/);
});

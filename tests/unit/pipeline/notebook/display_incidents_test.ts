import assert from "node:assert/strict";
import { displayIncidents } from "@lib/pipeline/notebook/display_incidents.ts";
import { formsOf } from "../../../support/forms_of.ts";
import { sampleCounterfactual } from "../../../support/sample_counterfactual.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";

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

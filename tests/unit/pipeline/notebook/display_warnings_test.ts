import assert from "node:assert/strict";
import { displayEvaluation } from "@lib/pipeline/notebook/display_evaluation.ts";
import { displayIncidents } from "@lib/pipeline/notebook/display_incidents.ts";
import { formsOf } from "../../../support/forms_of.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";

const { evaluation, incidents, table } = sampleReportInput();

Deno.test("displayEvaluation() shows early warnings in a notebook", async () => {
  const text = JSON.stringify(await formsOf(displayEvaluation(evaluation)));
  assert.match(text, /early warning.*sys-mem-available falls by /);
});

Deno.test("displayIncidents() shows what was about to run out when one began", async () => {
  const [first, second] = displayIncidents(incidents, table);
  const [none, known] = await Promise.all(
    [first, second].map(async (one) => JSON.stringify(await formsOf(one!))),
  );
  assert.match(known!, /When it began, the trend of sys-mem-available /);
  assert.doesNotMatch(none!, /When it began/);
});

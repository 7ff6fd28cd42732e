import assert from "node:assert/strict";
import { lastedText } from "@lib/report/incident/lasted_text.ts";
import { toReportView } from "@lib/report/report_view.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";

const view = toReportView(sampleReportInput());
const one = view.incidents[0]!;
const { start, end } = one.range;
const withAbove = (steps: number) => {
  const score = view.input.score.slice().fill(0.5, start, end);
  score.fill(2, start, start + steps);
  return { ...view, input: { ...view.input, score } };
};

Deno.test("lastedText() says how little of an incident was at its threshold", () => {
  assert.match(
    lastedText(withAbove(2), one),
    /^\d+ min \(at its threshold in 2 min of it\)$/,
  );
  assert.match(lastedText(withAbove(end - start), one), /^\d+ min$/);
});

Deno.test("lastedText() has no more to say of an outage than its length", () => {
  const incident = { ...one.incident, kind: "outage" as const };
  assert.match(lastedText(withAbove(1), { ...one, incident }), /^\d+ min$/);
});

import assert from "node:assert/strict";
import { aboveText, lengthText } from "@lib/report/incident/above_text.ts";
import { toReportView } from "@lib/report/report_view.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";

const view = toReportView(sampleReportInput());
const one = view.incidents[0]!;
const { start, end } = one.range;
const withAbove = (steps: number) => {
  const score = view.input.score.slice().fill(0.5, start, end);
  score.fill(2, start, start + steps);
  return { input: { ...view.input, score } };
};

Deno.test("lengthText() says how little of an incident was above the threshold", () => {
  assert.match(
    lengthText(withAbove(2), one),
    /^\d+ min, 2 min of it above the threshold$/,
  );
  assert.equal(aboveText(withAbove(end - start), one), "");
  assert.equal(aboveText(withAbove(Math.ceil((end - start) / 2)), one), "");
});

Deno.test("aboveText() has nothing to say of an outage", () => {
  const incident = { ...one.incident, kind: "outage" as const };
  assert.equal(aboveText(withAbove(1), { ...one, incident }), "");
});

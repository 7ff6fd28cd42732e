import assert from "node:assert/strict";
import { toReportView } from "@lib/report/report_view.ts";
import { reportLead } from "@lib/report/report_lead.ts";
import { summarySection } from "@lib/report/sections/summary_section.ts";
import { earlyWarningsSections } from "@lib/report/sections/early_warnings_section.ts";
import { standingWarnings } from "@lib/report/warnings/standing_warnings.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";

const INPUT = sampleReportInput();
const VIEW = toReportView(INPUT);

/** The sample's view with so many warnings at the end. */
function viewWith(count: number) {
  const [warning] = INPUT.evaluation.earlyWarnings;
  const earlyWarnings = Array.from({ length: count }, () => warning!);
  const evaluation = { ...INPUT.evaluation, earlyWarnings };
  return toReportView({ ...INPUT, evaluation });
}

Deno.test("a standing warning is told in the lead and in the summary, and leads to its section", async () => {
  const [first] = standingWarnings(VIEW);
  assert.match(
    first!.text,
    /^sys-mem-available reaches 0 B at .* if its trend goes on\.$/,
  );
  assert.deepEqual(reportLead(VIEW).warnings, [first]);
  const { blocks } = await summarySection(VIEW);
  assert.deepEqual(
    blocks.filter((block) => block.kind === "note" && block.mark === "warning"),
    [{ kind: "note", mark: "warning", ...first }],
  );
  const [section] = await earlyWarningsSections(VIEW);
  assert.equal(section!.id, first!.section);
});

Deno.test("standingWarnings() names the first three and counts the rest", () => {
  assert.deepEqual(standingWarnings(viewWith(0)), []);
  assert.equal(standingWarnings(viewWith(3)).length, 3);
  const told = standingWarnings(viewWith(5));
  assert.equal(told.length, 4);
  assert.equal(told[3]!.text, "2 more metrics would run out later.");
});

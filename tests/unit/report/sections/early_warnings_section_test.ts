import assert from "node:assert/strict";
import type { Section } from "@lib/report/document.ts";
import { toReportView } from "@lib/report/report_view.ts";
import { earlyWarningsSections } from "@lib/report/sections/early_warnings_section.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";

const INPUT = sampleReportInput();
const texts = ([section]: readonly Section[]) =>
  section!.blocks.map((block) => "text" in block ? block.text : block.kind);

Deno.test("earlyWarningsSections() tells each warning with a chart, and which incidents had one", async () => {
  const told = texts(await earlyWarningsSections(toReportView(INPUT)));
  assert.equal(told.length, 4);
  assert.match(told[1]!, /^sys-mem-available falls by .* and reaches 0 B at /);
  assert.equal(told[2], "figure");
  assert.equal(
    told[3],
    "When incident #2 began, or while it went on, a trend pointed to a limit within a day: see there for what came of it.",
  );
});

Deno.test("earlyWarningsSections() says so where nothing points to a limit at the end", async () => {
  const evaluation = { ...INPUT.evaluation, earlyWarnings: [] };
  const view = toReportView({ ...INPUT, evaluation });
  assert.deepEqual(
    texts(await earlyWarningsSections(view))[0],
    "Nothing points to its limit at the end of the data.",
  );
});

Deno.test("earlyWarningsSections() is none where nothing ran out", async () => {
  const evaluation = { ...INPUT.evaluation, earlyWarnings: [] };
  const incidents = INPUT.incidents
    .map((incident) => ({ ...incident, earlyWarnings: [], warnedOf: [] }));
  const view = toReportView({ ...INPUT, evaluation, incidents });
  assert.deepEqual(await earlyWarningsSections(view), []);
});

Deno.test("earlyWarningsSections() names a few of many incidents", async () => {
  const [, second] = INPUT.incidents;
  const incidents = Array.from({ length: 9 }, (_, i) => (
    { ...second!, id: `${second!.id}-${i}` }
  ));
  const told = texts(
    await earlyWarningsSections(toReportView({ ...INPUT, incidents })),
  );
  assert.match(told.at(-1)!, /^When incidents #1, .*#6 and 3 more began, /);
});

import { buildDocument } from "@lib/report/build_document.ts";
import type { Figure } from "@lib/report/document.ts";
import { toMarkdown } from "@lib/report/markdown/to_markdown.ts";
import { postmortem } from "@lib/report/postmortem/postmortem.ts";
import { toReportView } from "@lib/report/report_view.ts";
import { assertGolden } from "../support/golden.ts";
import { sampleReportInput } from "../support/sample_report_input.ts";

const INPUT = sampleReportInput();
const all = await buildDocument(INPUT);
const figures = all.sections.flatMap(({ blocks }) => blocks)
  .filter((block): block is Figure => block.kind === "figure");
const hostile = sampleReportInput({
  ...{ names: "hostile", steps: 240, incidents: 2 },
});
const quiet = sampleReportInput({
  ...{ incidents: 0, labels: "none", outages: "none" },
});

const CASES = {
  "postmortem.md": all.postmortem!,
  "postmortem_incident.md": postmortem(
    toReportView(INPUT, { subject: INPUT.incidents[1]!.id }),
    { figures },
  ),
  "postmortem_outage.md": postmortem(
    toReportView(INPUT, { subject: INPUT.incidents[3]!.id }),
    { figures },
  ),
  "postmortem_quiet.md": postmortem(toReportView(quiet)),
  "postmortem_hostile.md": postmortem(toReportView(hostile)),
} as const;

for (const [name, draft] of Object.entries(CASES)) {
  Deno.test(`toMarkdown() writes what it wrote before: ${name}`, async () => {
    await assertGolden(name, toMarkdown(draft));
  });
}

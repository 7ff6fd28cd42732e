import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { buildDocument } from "@lib/report/build_document.ts";
import { toHtml } from "@lib/report/html/to_html.ts";
import { PAGE_SCRIPT } from "@lib/report/page/page_bundle.ts";
import { assertGolden } from "../support/golden.ts";
import { sampleReportInput } from "../support/sample_report_input.ts";

const CASES = {
  "report.html": {},
  "report_quiet.html": { incidents: 0, labels: "none", outages: "none" },
  "report_hostile.html": { names: "hostile", steps: 240, incidents: 2 },
  "report_incident.html": { steps: 240, incidents: 2 },
} as const;

for (const [name, options] of Object.entries(CASES)) {
  Deno.test(`toHtml() writes what it wrote before: ${name}`, async () => {
    const input = sampleReportInput(options);
    const subject = name === "report_incident.html"
      ? input.incidents[1]!.id
      : null;
    const html = toHtml(await buildDocument(input, { subject }));
    const hash = createHash("sha256").update(PAGE_SCRIPT).digest("base64");
    // What the script is has a test of its own.
    const ours = html.replace(PAGE_SCRIPT, "…").replace(hash, "…");
    await assertGolden(name, ours);
  });
}

Deno.test("toHtml() writes the same bytes for the same input", async () => {
  const html = async () =>
    toHtml(await buildDocument(sampleReportInput({ steps: 240 })));
  assert.equal(await html(), await html());
});

import assert from "node:assert/strict";
import { buildDocument } from "@lib/report/build_document.ts";
import { toPdf } from "@lib/report/pdf/to_pdf.ts";
import { layOut } from "../../../support/lay_out.ts";
import { paperProblems } from "../../../support/paper_boxes.ts";
import { inkProblems } from "../../../support/paper_ink.ts";
import { NO_POPPLER, rasterPages } from "../../../support/poppler.ts";
import {
  sampleReportInput,
  type SampleReportOptions,
} from "../../../support/sample_report_input.ts";

/** Dots an inch at which the thinnest letter of the smallest text leaves ink. */
const DPI = 110;

const REPORTS: readonly (readonly [string, SampleReportOptions])[] = [
  ["of an ordinary day", {}],
  ["with hostile names", { names: "hostile", features: 14 }],
  ["of many incidents", { steps: 1500, incidents: 14 }],
  ["of 60 features", { features: 60, incidents: 2, labels: "none" }],
  ["without an incident", { incidents: 0, outages: "none" }],
];

for (const [name, options] of REPORTS) {
  Deno.test({
    name:
      `toPdf() prints a report ${name}: all in its place, nothing beside it`,
    ignore: NO_POPPLER,
    async fn() {
      const document = await buildDocument(sampleReportInput(options));
      const { pages, faces } = await layOut(document);
      const images = await rasterPages(await toPdf(document), { dpi: DPI });
      assert.equal(images.length, pages.length);
      const problems = [
        ...paperProblems(pages, faces),
        ...images.flatMap((image, i) =>
          inkProblems(image, pages[i]!, faces)
            .map((problem) => `page ${i + 1}: ${problem}`)
        ),
      ];
      assert.deepEqual(problems, []);
    },
  });
}

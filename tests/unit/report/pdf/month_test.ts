import assert from "node:assert/strict";
import { buildDocument } from "@lib/report/build_document.ts";
import { toPdf } from "@lib/report/pdf/to_pdf.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";

/** What a PDF may have, to be sent by mail. */
const MOST_BYTES = 1_000_000;

/** Far more than it takes, for machines that are busy. */
const MOST_MS = 15_000;

Deno.test("toPdf() prints a month of 22 metrics with 20 incidents, small and soon", async () => {
  const document = await buildDocument(sampleReportInput({
    ...{ steps: 43_200, features: 22, incidents: 20, labels: "none" },
  }));
  const start = performance.now();
  const pdf = await toPdf(document);
  assert.ok(performance.now() - start < MOST_MS);
  assert.ok(pdf.length < MOST_BYTES, `${pdf.length} bytes`);
  assert.deepEqual(await toPdf(document), pdf, "equal bytes for equal input");
});

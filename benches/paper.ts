/**
 * Measures how long the PDF of a month takes, told apart from the charts and
 * texts that all renderings share, and how large it is.
 *
 * `deno task bench:paper [--runs 5]`
 *
 * @module
 */
import { PDFDocument } from "pdf-lib";
import { buildDocument } from "../lib/report/build_document.ts";
import { toPdf } from "../lib/report/pdf/to_pdf.ts";
import { sampleReportInput } from "../tests/support/sample_report_input.ts";
import { benchFlags } from "./measure/bench_flags.ts";

const { runs } = benchFlags({
  task: "bench:paper",
  about: "Measures how long the PDF of a month takes, and how large it is.",
  numbers: { runs: { about: "how often it is made", default: 5 } },
  texts: {},
});
// deno-lint-ignore no-console -- a bench prints its figures
const print = (line: string) => console.log(line);

const input = sampleReportInput({
  steps: 43_200,
  features: 22,
  incidents: 20,
  labels: "none",
});
const times: Readonly<Record<"document" | "pdf", number[]>> = {
  document: [],
  pdf: [],
};
let pdf = new Uint8Array();
for (let run = 0; run < runs; run++) {
  const start = performance.now();
  const document = await buildDocument(input);
  const drawn = performance.now();
  pdf = new Uint8Array(await toPdf(document));
  times.document.push(drawn - start);
  times.pdf.push(performance.now() - drawn);
}
const pages = (await PDFDocument.load(pdf)).getPageCount();
print(
  `${pages} pages, ${(pdf.length / 1000).toFixed(0)} kB, ` +
    `load ${Deno.loadavg()[0]}`,
);
for (const [name, all] of Object.entries(times)) {
  const [first = 0] = all;
  const sorted = all.toSorted((a, b) => a - b).map(Math.round);
  print(
    `${name}: first ${Math.round(first)} ms, ${sorted[0]} to ` +
      `${sorted.at(-1)} ms, median ${sorted[sorted.length >> 1]} ms`,
  );
}

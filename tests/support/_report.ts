import { buildDocument } from "@lib/report/build_document.ts";
import { toHtml } from "@lib/report/html/to_html.ts";
import { sampleReportInput } from "./sample_report_input.ts";
const args = Object.fromEntries(
  Deno.args.filter((a) => a.includes("=")).map((a) => {
    const [k, v] = a.split("=");
    return [k, Number.isNaN(Number(v)) ? v : Number(v)];
  }),
);
const out = String(args.out ?? "/tmp/look/report.html");
delete args.out;
let t = performance.now();
const input = sampleReportInput(args as never);
console.log("input", performance.now() - t);
t = performance.now();
const d = await buildDocument(input);
console.log("document", performance.now() - t);
t = performance.now();
const h = toHtml(d);
console.log("html", performance.now() - t, h.length);
Deno.writeTextFileSync(out, h);

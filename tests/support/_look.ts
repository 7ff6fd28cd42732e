import { chartSamples } from "./chart_samples.ts";
import { sampleReportInput } from "./sample_report_input.ts";
const t = performance.now();
const hostile = Deno.args.includes("hostile");
const s = await chartSamples(
  sampleReportInput(hostile ? { names: "hostile" } : {}),
);
console.log(performance.now() - t);
let html = "<!doctype html><meta charset=utf-8><style>body{margin:10px;color:" +
  (Deno.args.includes("dark")
    ? "#dde;background:#14181d"
    : "#222;background:#fff") +
  "}svg{display:block;margin:6px 0;outline:1px dotted #8886}</style>";
for (const [k, v] of Object.entries(s)) {
  console.log(k, v.length);
  html += `<h4>${k}</h4>` + v;
  Deno.writeTextFileSync(`/tmp/look/${k}.svg`, v);
}
Deno.writeTextFileSync("/tmp/look/charts.html", html);

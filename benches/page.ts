/**
 * Measures how long a month's report takes to be written, in Chromium until it
 * can be used, and to draw another part of its time.
 *
 * `deno task bench:page [--runs 5]`
 *
 * @module
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { onPaper } from "../lib/chart/on_paper.ts";
import { buildDocument } from "../lib/report/build_document.ts";
import { toHtml } from "../lib/report/html/to_html.ts";
import { PROGRAM } from "../tests/support/browser.ts";
import { openBrowser } from "../tests/support/open_page.ts";
import { sampleReportInput } from "../tests/support/sample_report_input.ts";
import { benchFlags } from "./measure/bench_flags.ts";

const { runs } = benchFlags({
  task: "bench:page",
  about: "Measures how long a month's report takes in Chromium.",
  numbers: { runs: { about: "how often it is opened", default: 5 } },
  texts: {},
});
// deno-lint-ignore no-console -- a bench prints its figures
const print = (line: string) => console.log(line);

/** Most memory of this process so far; Linux tells it. */
async function peakMiB(): Promise<string> {
  try {
    const status = await Deno.readTextFile("/proc/self/status");
    return (Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024).toFixed(0);
  } catch {
    return "?";
  }
}

/** Presses zoom keys, and has the page laid out after each. */
const REDRAWS = `(() => {
  const svg = document.querySelector("#figure-score svg");
  return [..."+++--+++--"].map((key) => {
    const before = performance.now();
    svg.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    document.body.getBoundingClientRect();
    return performance.now() - before;
  });
})()`;

const folder = await Deno.makeTempDir({ prefix: "bench-" });
const browser = await openBrowser(PROGRAM);
try {
  const file = join(folder, "report.html");
  const input = sampleReportInput({
    steps: 43_200,
    features: 22,
    incidents: 20,
    labels: "none",
  });
  const start = performance.now();
  const document = await buildDocument(input);
  const html = toHtml(document);
  const figures = document.sections.flatMap(({ blocks }) => blocks)
    .filter((block) => block.kind === "figure").map(({ svg }) => onPaper(svg));
  print(
    `HTML and ${figures.length} figures in ${
      ((performance.now() - start) / 1000).toFixed(2)
    } s, at most ${await peakMiB()} MiB`,
  );
  await Deno.writeTextFile(file, html);
  const ready: number[] = [];
  const redraws: number[] = [];
  for (let run = 0; run < runs; run++) {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(file).href);
    ready.push(
      await page.evaluate(
        `performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd`,
      ),
    );
    redraws.push(...await page.evaluate<number[]>(REDRAWS));
    await page.close();
  }
  print(`${html.length} characters, load ${Deno.loadavg()[0]}`);
  for (const [name, times] of Object.entries({ ready, redraws })) {
    const sorted = times.toSorted((a, b) => a - b).map(Math.round);
    const median = sorted[sorted.length >> 1];
    print(`${name}: ${sorted[0]} to ${sorted.at(-1)} ms, median ${median} ms`);
  }
} finally {
  await browser.close();
  await Deno.remove(folder, { recursive: true });
}

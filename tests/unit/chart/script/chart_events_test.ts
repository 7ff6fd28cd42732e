import assert from "node:assert/strict";
import { JSDOM } from "jsdom";
import { CHART_SCRIPT } from "@lib/chart/script/chart_bundle.ts";
import { chartAxis } from "@lib/chart/script/chart_axis.ts";
import { chartSamples } from "../../../support/chart_samples.ts";

const { trend, loss } = await chartSamples();
const HOUR = 3_600_000;
const START = Date.UTC(2026, 2, 1, 6);

/** A page whose events are noted by another script. */
function page() {
  const { window } = new JSDOM(`<!doctype html><body>${trend}${loss}</body>`, {
    runScripts: "outside-only",
  });
  window.eval(CHART_SCRIPT);
  window.eval(`globalThis.heard = [];
    for (const name of ["chartszoom", "chartpick", "chartspan"]) {
      document.addEventListener(name, ({ detail, target }) => heard.push(
        [name, detail, target === document ? "page" : target.localName]));
    }
    globalThis.key = (key) => document.querySelector("svg").dispatchEvent(
      new KeyboardEvent("keydown", { key, bubbles: true }));
    globalThis.ask = (detail) => document.dispatchEvent(
      new CustomEvent("chartsshow", { detail }));`);
  const heard = (script: string): [string, unknown, string][] =>
    JSON.parse(window.eval(`heard.length = 0; ${script};
      JSON.stringify(heard)`));
  const document: Document = window.document;
  return { heard, document, run: (script: string) => window.eval(script) };
}

Deno.test("charts show the range that another script asks for, and say so", () => {
  const { heard, document } = page();
  const range = [START + HOUR, START + 3 * HOUR];
  assert.deepEqual(heard(`ask(${JSON.stringify(range)})`), [
    ["chartszoom", range, "page"],
  ]);
  const axis = chartAxis(document.querySelector("svg")!);
  assert.deepEqual([axis.low, axis.high], range);
  assert.deepEqual(heard("ask(null)"), [["chartszoom", null, "page"]]);
  assert.equal(document.querySelector("[data-whole-x]"), null);
});

Deno.test("charts that have nothing of a range leave it, and say nothing", () => {
  const { heard } = page();
  for (const range of [[0, HOUR], [START, START], [START, START + 99 * HOUR]]) {
    assert.deepEqual(heard(`ask(${JSON.stringify(range)})`), []);
  }
  assert.deepEqual(heard("ask(null)"), []);
});

Deno.test("charts say which moment a reader chose by Enter, and where an arrow left", () => {
  const { heard } = page();
  assert.deepEqual(heard('key("Enter")'), [], "nothing is marked");
  const [pick] = heard('key("ArrowRight"); key("Enter")');
  assert.equal(pick?.[0], "chartpick");
  assert.equal(pick?.[2], "svg");
  const hours = (Number(pick?.[1]) - START) / HOUR;
  assert.ok(hours > 5 && hours < 7, `${hours} of 12`);
  const left = heard("for (let i = 0; i < 400; i++) key('ArrowLeft')");
  assert.deepEqual(left[0], ["chartspan", -1, "svg"]);
});

Deno.test("charts that are whole only to be printed say nothing", () => {
  const { heard } = page();
  heard('key("+")');
  const events = heard(`dispatchEvent(new Event("beforeprint"));
    dispatchEvent(new Event("afterprint"))`);
  assert.deepEqual(events, []);
});

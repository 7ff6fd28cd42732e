import assert from "node:assert/strict";
import { JSDOM } from "jsdom";
import { CHART_SCRIPT } from "@lib/chart/script/chart_bundle.ts";
import { parseParams } from "@lib/pipeline/params/params.ts";
import { chartSamples } from "../../../support/chart_samples.ts";

const { trend, score, loss } = await chartSamples();

/** A page that has run the script behind its charts. */
function page(): { document: Document; run: (script: string) => void } {
  const { window } = new JSDOM(
    `<!doctype html><body>${trend}${score}${loss}</body>`,
    { runScripts: "outside-only" },
  );
  window.eval(CHART_SCRIPT);
  return { document: window.document, run: (script) => window.eval(script) };
}

/** Presses a key in the first chart. */
const press = (key: string) =>
  `document.querySelector("svg").dispatchEvent(
     new KeyboardEvent("keydown", { key: "${key}", bubbles: true }))`;

const htmlOf = (document: Document) =>
  [...document.querySelectorAll("svg")].map(({ outerHTML }) => outerHTML);

Deno.test("CHART_SCRIPT runs with nothing around it and leaves no name behind", () => {
  const { document, run } = page();
  for (const name of ["readCharts", "zoomCharts", "chartAxis", "timeTicks"]) {
    assert.throws(() => run(name), { name: "ReferenceError" });
  }
  assert.equal(document.querySelectorAll("svg[tabindex]").length, 3);
});

Deno.test("CHART_SCRIPT run again behind another chart adds nothing to the page", () => {
  const { document, run } = page();
  const before = document.body.innerHTML;
  run(CHART_SCRIPT);
  assert.equal(document.body.innerHTML, before);
});

Deno.test("CHART_SCRIPT zooms by keys and gives the charts back as they were", () => {
  const { document, run } = page();
  const before = htmlOf(document);
  run(press("+"));
  const [first = "", second = "", third] = htmlOf(document);
  // The middle half of 06:00 to 17:59, in whole minutes.
  const params = parseParams(
    JSON.parse(`{${document.querySelector("code")?.textContent}}`),
  );
  assert.equal(params.from, Date.UTC(2026, 2, 1, 8, 59));
  assert.equal(params.to, Date.UTC(2026, 2, 1, 15));
  const shown = `data-x="utc ${params.from} ${params.to} `;
  assert.ok(first.includes(shown) && second.includes(shown));
  assert.equal(third, before[2], "epochs are no time");
  run(press("Escape"));
  assert.deepEqual(htmlOf(document), before);
  run(press("+") + ";" + press("+") + ";" + press("-") + ";" + press("-"));
  assert.deepEqual(htmlOf(document), before, "as far back as forth");
});

Deno.test("CHART_SCRIPT reads another value at each press, however far it is zoomed", () => {
  const { document, run } = page();
  const told = () => document.querySelector('[role="status"]')?.textContent;
  run(press("ArrowRight"));
  for (const zoom of ["", "+", "+", "+"]) {
    if (zoom) run(press(zoom));
    const readings = [told()];
    for (let i = 0; i < 4; i++) {
      run(press("ArrowRight"));
      readings.push(told());
    }
    assert.equal(new Set(readings).size, 5, readings.join("\n"));
  }
});

Deno.test("CHART_SCRIPT leaves keys alone that are not its own", () => {
  const { document, run } = page();
  const before = htmlOf(document);
  const other = (init: string) =>
    `document.querySelector("svg").dispatchEvent(new KeyboardEvent("keydown",
       { bubbles: true, cancelable: true, ${init} }))`;
  run(
    `window.taken = [${
      [
        'key: "+", ctrlKey: true',
        'key: "-", metaKey: true',
        'key: "a"',
        // What some input methods send.
        'key: ""',
      ].map(other).join()
    }]`,
  );
  run(`if (taken.includes(false)) throw new Error("a key was taken")`);
  run(press("+"));
  const field = document.createElement("textarea");
  document.body.append(field);
  run(`document.querySelector("textarea").dispatchEvent(
    new KeyboardEvent("keydown", { key: "Escape", bubbles: true }))`);
  assert.notDeepEqual(htmlOf(document), before, "Escape ends an edit there");
});

Deno.test("CHART_SCRIPT prints whole charts and shows the same range afterwards", () => {
  const { document, run } = page();
  const before = htmlOf(document);
  run(press("+"));
  const told = document.querySelector("code")?.textContent;
  const bar = () => document.querySelector("button")?.parentElement;
  // A browser's preview may begin twice, and end once or twice.
  run(`for (const name of ["beforeprint", "beforeprint"]) {
    dispatchEvent(new Event(name));
  }`);
  assert.deepEqual(htmlOf(document), before);
  run(`dispatchEvent(new Event("afterprint"))`);
  assert.equal(bar()?.style.display, "flex");
  assert.equal(document.querySelector("code")?.textContent, told);
  run(`document.querySelector("button").click()`);
  for (const name of ["beforeprint", "afterprint"]) {
    run(`dispatchEvent(new Event("${name}"))`);
  }
  assert.deepEqual(htmlOf(document), before, "an older range stays forgotten");
});

Deno.test("CHART_SCRIPT looks for charts to zoom only where a picture came", async () => {
  const { document, run } = page();
  run(press("+"));
  await new Promise((resolve) => setTimeout(resolve));
  run(`window.searches = 0;
    const search = document.querySelectorAll;
    document.querySelectorAll = function (what) {
      if (what === "svg") window.searches++;
      return search.call(this, what);
    };`);
  const { body } = document;
  body.append("typed", document.createElement("p"));
  await new Promise((resolve) => setTimeout(resolve));
  run(`if (searches > 0) throw new Error("it searched for charts")`);
  const box = document.createElement("div");
  box.innerHTML = score ?? "";
  body.append(box);
  await new Promise((resolve) => setTimeout(resolve));
  assert.ok(box.querySelector("[data-whole-x]"), "a late chart follows");
});

Deno.test("CHART_SCRIPT stays small, as each chart of a notebook carries it", () => {
  assert.ok(CHART_SCRIPT.length < 20_000, `${CHART_SCRIPT.length} characters`);
});

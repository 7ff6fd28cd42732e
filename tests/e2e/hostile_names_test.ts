import assert from "node:assert/strict";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import pl from "nodejs-polars";
import { CHART_SCRIPT } from "@lib/chart/script/chart_bundle.ts";
import { fromRoot } from "@lib/pipeline/base/paths.ts";
import { executeNotebook } from "../../tools/notebooks/execute_notebook.ts";
import { findNotebooks } from "../../tools/notebooks/find_notebooks.ts";
import {
  findPython,
  pythonEnvironment,
} from "../../tools/notebooks/python_environment.ts";
import { isMissing } from "../requirements.ts";

const ignore = await isMissing({
  name: "Python 3.10 with venv",
  isThere: async () => await findPython() !== null,
  get: "`apt-get install python3-venv`",
});

const TAG = `<x-planted></x-planted><meta http-equiv="refresh" content="0">`;
const HOST = `web${TAG}\`\n\`\`\`\`\n${TAG}`;
const ONE_LINE = HOST.replaceAll("\n", " ");
const METRICS = [
  `load${TAG}`,
  `$$\n${TAG}\n$$`,
  `</svg>${TAG}`,
  `a\`b ${TAG}`,
  `[a](https://elsewhere.example/) https://elsewhere.example/b`,
  `![a](https://elsewhere.example/c)`,
];

/** A network that is learned in a moment. */
const SMALL = { epochs: 3, hidden: 4, window: 5 };

/** A minute a row: a wave that differs from metric to metric, and an incident. */
function writeHostile(path: string, rows: number): void {
  const column = (valueOf: (row: number) => unknown) =>
    Array.from({ length: rows }, (_, row) => valueOf(row));
  const wave = (f: number) => (row: number) =>
    2 + Math.sin(row / (9 + f)) + (row * (7 + f) % 11) / 50 +
    (row >= rows - 60 && row < rows - 40 ? 6 : 0);
  pl.DataFrame({
    timestamp: column((row) => new Date(Date.UTC(2026, 0, 1, 0, row))),
    host: column(() => HOST),
    ...Object.fromEntries(METRICS.map((name, f) => [name, column(wave(f))])),
  }).writeParquet(path);
}

Deno.test({
  name: "notebooks show hostile names of hosts, metrics and files as text",
  ignore,
  fn: async () => {
    await using stack = new AsyncDisposableStack();
    const folder = await Deno.makeTempDir({ prefix: "whenwhy-hostile-" });
    stack.defer(() => Deno.remove(folder, { recursive: true }));
    const data = join(folder, "a`<x-planted>`b.parquet");
    writeHostile(data, 500);
    const root = fromRoot(".");
    const python = await pythonEnvironment(root, {
      purpose: "run",
      announce: () => {},
    });
    const names = await findNotebooks(fromRoot("notebooks"), null);
    // Side by side, so each with a model of its own.
    await Promise.all(names.map(async (notebook) => {
      const name = `e2e-${crypto.randomUUID().slice(0, 8)}`;
      const model = fromRoot(`data/models/${name}`);
      stack.defer(() =>
        Deno.remove(model, { recursive: true }).catch(() => {})
      );
      const params = join(folder, `${notebook}.json`);
      const given = { data, name, ...SMALL };
      await Deno.writeTextFile(params, JSON.stringify(given));
      const html = join(folder, `${notebook}.html`);
      const executed = join(folder, `${notebook}.ipynb`);
      const problem = await executeNotebook(
        fromRoot(`notebooks/${notebook}.ipynb`),
        { root, python, params, html, executed, timeoutSeconds: 300 },
      );
      assert.equal(problem, null, notebook);
      assertOnlyText(await Deno.readTextFile(html), notebook);
    }));
  },
});

function assertOnlyText(html: string, page: string): void {
  const { document } = new JSDOM(html).window;
  assert.match(document.body.textContent, /<x-planted>/, page);
  // The first looks at no host; what the others say of it stands there in full.
  const said = [...document.querySelectorAll(".output > :is(p, ul, pre)")]
    .map(({ textContent }) => textContent.replaceAll(/\s+/g, " "));
  assert.ok(
    page.startsWith("01") || said.some((text) => text.includes(ONE_LINE)),
    page,
  );
  assert.equal(document.querySelectorAll("x-planted").length, 0, page);
  assert.equal(document.querySelectorAll("body meta").length, 0, page);
  assert.equal(document.querySelectorAll("head meta").length, 4, page);
  assert.equal(document.querySelectorAll("img, iframe, base").length, 0, page);
  for (const script of document.querySelectorAll("script")) {
    assert.equal(script.textContent, CHART_SCRIPT, page);
  }
  for (const element of document.querySelectorAll("[href], [src]")) {
    const address = element.getAttribute("href") ?? element.getAttribute("src");
    assert.match(address ?? "", /^#/, page);
  }
  for (const element of document.querySelectorAll("*")) {
    for (const { name } of element.attributes) {
      assert.doesNotMatch(name, /^on/, page);
    }
  }
}

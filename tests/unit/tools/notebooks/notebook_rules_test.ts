import assert from "node:assert/strict";
import type { Notebook } from "../../../../tools/notebooks/notebook.ts";
import { brokenRules } from "../../../../tools/notebooks/notebook_rules.ts";
import { code, markdown, sampleNotebook } from "./notebook_samples.ts";

const withCells = (...cells: Notebook["cells"]): Notebook => ({
  ...sampleNotebook(),
  cells: [...sampleNotebook().cells, ...cells],
});

Deno.test("brokenRules() is content with a notebook that keeps them", () => {
  const notebook = withCells(
    markdown("## One\n\nText.\n\n**Question:** no,\nthat is no rule."),
    code("showSvg(await coverageChart(table));"),
    markdown("## Words only"),
    markdown("## Two"),
    code("const doubled = [1, 2].map((n) => 2 * n);"),
    code("showSvg(toText(Plot.plot({}), String(doubled)));"),
  );
  assert.deepEqual(brokenRules(notebook), []);
});

Deno.test("brokenRules() names what a notebook lacks at its top", () => {
  const cells = sampleNotebook().cells;
  const cases: [Notebook["cells"], RegExp][] = [
    [
      [markdown("Title\n\nQuestion: is it?"), ...cells.slice(1)],
      /first line must be/,
    ],
    [
      [markdown("# Title\n\nQuestion: it is."), ...cells.slice(1)],
      /paragraph `Question:/,
    ],
    [[markdown("# Title"), ...cells.slice(1)], /paragraph `Question:/],
    [[...cells.slice(0, 1), code("1"), ...cells.slice(1)], /tag parameters/],
    [cells.slice(0, 1), /tag parameters/],
  ];
  for (const [given, rule] of cases) {
    const broken = brokenRules({ ...sampleNotebook(), cells: given });
    assert.equal(broken.length, 1, broken.join());
    assert.match(broken[0] ?? "", rule);
  }
});

Deno.test("brokenRules() names cells that define or are too long", () => {
  const definitions = [
    "function f() {}",
    "  async function f() {}",
    "class A {}",
    "export default class {}",
    "const f = (a: number) => {\n  return a;\n};",
  ];
  for (const source of definitions) {
    assert.match(
      brokenRules(sampleNotebook(source)).join(),
      /^code cell 2 must define no/,
    );
  }
  assert.deepEqual(
    brokenRules(sampleNotebook("const functional = classOf(1);")),
    [],
  );
  assert.deepEqual(brokenRules(sampleNotebook("\n".repeat(14))), []);
  assert.match(
    brokenRules(sampleNotebook("\n".repeat(15))).join(),
    /at most 15 lines, it has 16/,
  );
});

Deno.test("brokenRules() names a section with code and no chart", () => {
  const notebook = withCells(
    markdown("## One"),
    code("1;"),
    markdown("## Two"),
    code("showSvg(svg);"),
    markdown("## Three"),
    code("3;"),
  );
  assert.deepEqual(brokenRules(notebook), [
    'section "One" must have a chart',
    'section "Three" must have a chart',
  ]);
});

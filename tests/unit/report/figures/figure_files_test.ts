import assert from "node:assert/strict";
import { PNG } from "pngjs";
import { buildDocument } from "@lib/report/build_document.ts";
import type { Figure } from "@lib/report/document.ts";
import { figureFiles } from "@lib/report/figures/figure_files.ts";
import { paintFigures } from "@lib/report/figures/paint_figures.ts";
import { openPainters } from "@lib/report/figures/open_painters.ts";
import { Resvg } from "@resvg/resvg-js";
import { fileURLToPath } from "node:url";
import { readSvg } from "../../../support/read_svg.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";

// One document for all tests here: names that try to break out, every kind of figure.
const input = sampleReportInput({ names: "hostile" });
const parameters = { ...input.run.parameters, out: "/srv/runs/june" };
const document = await buildDocument({
  ...input,
  run: { ...input.run, parameters },
});
const figures = document.sections.flatMap(({ blocks }) => blocks)
  .filter((block) => block.kind === "figure");
const files = await drawn();

async function drawn() {
  using painters = openPainters();
  return await figureFiles(document, await paintFigures(painters, input.table));
}

function textOf(name: string): string {
  const content = files[name];
  assert.ok(typeof content === "string", name);
  return content;
}

function pngOf(id: string) {
  const content = files[`${id}.png`];
  assert.ok(content instanceof Uint8Array, id);
  return PNG.sync.read(Buffer.from(content));
}

function sizeOf(svg: string): [number, number] {
  const root = readSvg(svg);
  const of = (name: string) => Number(root.getAttribute(name));
  return [of("width"), of("height")];
}

Deno.test("figureFiles() gives each figure as SVG, PNG and CSV, and their evidence", () => {
  assert.ok(figures.length > 15);
  const names = figures.flatMap(({ id }) =>
    ["svg", "png", "csv"].map((ending) => `${id}.${ending}`)
  );
  assert.deepEqual(
    Object.keys(files).sort(),
    [...names, "evidence.json"].sort(),
  );
});

Deno.test("figureFiles() gives nothing where there is no figure", async () => {
  using painters = openPainters({ threads: 1 });
  assert.deepEqual(
    await figureFiles(
      { ...document, sections: [] },
      await paintFigures(painters, input.table),
    ),
    {},
  );
});

Deno.test("figureFiles() draws pictures of exactly twice the size, on white", () => {
  for (const { id } of figures) {
    const { width, height, data } = pngOf(id);
    const [w, h] = sizeOf(textOf(`${id}.svg`));
    assert.deepEqual([width, height], [2 * w, 2 * h], id);
    assert.ok(Number.isInteger(h), id);
    assert.deepEqual([...data.subarray(0, 4)], [255, 255, 255, 255], id);
  }
});

Deno.test("figureFiles() loses no colour that can be seen", () => {
  const fontFiles = ["DejaVuSans", "DejaVuSans-Bold"].map((name) =>
    fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`))
  );
  const family = "DejaVu Sans";
  // Names in letters that the font has: the others are drawn otherwise.
  const plain = figures.filter(({ svg }) => !/[\u3000-\uffff]/.test(svg));
  assert.ok(plain.length >= 3, `${plain.length}`);
  for (const { id } of plain) {
    const { pixels } = new Resvg(textOf(`${id}.svg`), {
      background: "white",
      fitTo: { mode: "zoom", value: 2 },
      font: {
        ...{ fontFiles, loadSystemFonts: false },
        ...{ defaultFontFamily: family, sansSerifFamily: family },
      },
    }).render();
    const { data } = pngOf(id);
    assert.equal(data.length, pixels.length);
    let [most, changed] = [0, 0];
    for (let i = 0; i < data.length; i++) {
      const loss = Math.abs(data[i]! - pixels[i]!);
      if (loss > most) most = loss;
      if (loss > 0) changed++;
    }
    assert.ok(most <= 24, `${id}: ${most}`);
    assert.ok(changed < 0.03 * data.length, `${id}: ${changed}`);
  }
});

Deno.test("figureFiles() gives the same bytes again, and few of them", async () => {
  assert.deepEqual(await drawn(), files);
  const bytes = figures.map(({ id }) => files[`${id}.png`]!.length);
  assert.ok(Math.max(...bytes) < 100_000, `${Math.max(...bytes)}`);
});

Deno.test("figureFiles() says in each picture what it is and where it came from", () => {
  const evidence = JSON.parse(textOf("evidence.json"));
  assert.deepEqual(Object.keys(evidence), figures.map(({ id }) => id));
  for (const figure of figures) {
    const { id, caption, alt } = figure;
    const { files: named, ...record } = evidence[id];
    assert.deepEqual(
      named,
      { svg: `${id}.svg`, png: `${id}.png`, csv: `${id}.csv` },
    );
    assert.deepEqual(record, { caption, alt, evidence: evidenceOf(figure) });
    const svg = readSvg(textOf(`${id}.svg`));
    assert.deepEqual(
      [...svg.children].slice(0, 3).map(({ localName }) => localName),
      ["title", "desc", "metadata"],
    );
    const [, description, metadata] = [...svg.children];
    assert.match(
      description?.textContent ?? "",
      / Source: (.*\(SHA-256 [0-9a-f]{12}…\), )?2026-.* UTC.*\.$/,
    );
    assert.deepEqual(JSON.parse(metadata?.textContent ?? ""), record);
    assert.equal(svg.querySelectorAll("script, style, img").length, 0);
    assert.equal(svg.querySelectorAll("svg").length, 1);
    const png = new TextDecoder().decode(
      files[`${id}.png`] as Uint8Array<ArrayBuffer>,
    );
    for (const keyword of ["Title", "Description", "Source", "Evidence"]) {
      assert.ok(png.includes(`iTXt${keyword}\0`), `${id}: ${keyword}`);
    }
  }
});

/** Where a run was written is no part of it: the same run elsewhere has the same figures. */
function evidenceOf({ evidence }: Figure) {
  assert.ok(evidence);
  const { out: _, ...parameters } = evidence.parameters;
  return JSON.parse(JSON.stringify({ ...evidence, parameters }));
}

import assert from "node:assert/strict";
import { join } from "node:path";
import { fromRoot } from "@lib/pipeline/base/paths.ts";
import { type Browser, chromium } from "playwright-core";
import { findNotebooks } from "../../tools/notebooks/find_notebooks.ts";
import { type LabPage, openInLab } from "../../tools/notebooks/lab_page.ts";
import { findPython } from "../../tools/notebooks/python_environment.ts";
import { type RunningLab, startLab } from "../../tools/notebooks/start_lab.ts";
import { isMissing } from "../requirements.ts";
import { NO_CHROMIUM } from "../support/browser.ts";
import { isAlive, until, writeNotebook } from "../support/run_notebook_tool.ts";

const ignore = NO_CHROMIUM || await isMissing({
  name: "JupyterLab in .venv",
  isThere: async () =>
    await findPython() !== null &&
    await Deno.stat(fromRoot(".venv/lab.sha256")).then(() => true, () => false),
  get: "`deno task lab`",
});

/** What the test saw, for whoever wants to look. */
const PICTURES = fromRoot(".cache/lab");

/** Long enough that nobody sees its end. */
const TRAINING = `
import { notebookProgress } from "@lib/pipeline/notebook/notebook_progress.ts";
import { parseParams } from "@lib/pipeline/params/params.ts";
import { train } from "@lib/pipeline/train.ts";
await train(
  parseParams({ epochs: 10_000, name: "lab-test" }),
  notebookProgress(),
);`.trim();

Deno.test({
  name: "deno task lab opens the notebooks in JupyterLab",
  ignore,
  fn: async (t) => {
    // Beside notebooks/, where the kernel finds deno.json above it.
    await using stack = new AsyncDisposableStack();
    const folder = await Deno.makeTempDir({ dir: fromRoot("reports") });
    stack.defer(() => Deno.remove(folder, { recursive: true }));
    const model = fromRoot("data/models/lab-test");
    stack.defer(() => Deno.remove(model, { recursive: true }).catch(() => {}));
    const names = await copyNotebooks(folder);
    const quick = join(folder, "quick.json");
    const params = { epochs: 2, name: "lab-test" };
    await Deno.writeTextFile(quick, JSON.stringify(params));
    const lab = stack.use(await startLab({ PARAMS: quick }));
    const browser = await chromium.launch({
      executablePath: "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu"],
    });
    stack.defer(() => browser.close());
    const open = opener({ browser, lab, folder });

    for (const name of names) {
      await t.step(`${name} runs to its end and shows its charts`, async () => {
        const { page, ...notebook } = await open(name);
        await notebook.runAll();
        await hasCharts(notebook);
        await page.screenshot({ path: `${PICTURES}/${name}.png` });
        if (name === names[0]) await otherParameters(notebook, folder);
        await page.close();
      });
    }
    await writeNotebook(join(folder, "stop.ipynb"), [
      TRAINING,
      "for (;;) { /* on and on */ }",
      "Deno.pid",
    ]);
    const notebook = await open("stop");
    const kernel = () => resultOf(notebook, 2);
    await t.step("training stops when it is interrupted", async () => {
      await notebook.start(0);
      const bar = notebook.codeCells.first().locator("progress");
      await bar.waitFor();
      const first = await bar.getAttribute("value");
      await until(async () => await bar.getAttribute("value") !== first);
      assert.equal(await bar.count(), 1, "one output, redrawn");
      // A checkpoint is kept at the end of an epoch.
      await until(async () => (await checkpoints(model)).length > 0);
      await stopsWithinASecond(notebook, 0);
      const output = notebook.codeCells.first().locator(".jp-OutputArea");
      assert.match(
        await output.innerText(),
        /AbortError: the cell was interrupted/,
      );
      assert.ok(await isAlive(Number(await kernel())));
      assert.equal((await checkpoints(model)).length, 1);
    });
    await t.step("so does a loop that listens to nobody", async () => {
      const before = await kernel();
      await notebook.start(1);
      await stopsWithinASecond(notebook, 1);
      assert.equal(await kernel(), before, "the kernel is the same");
    });
    await t.step("Ctrl-C ends the server and its kernels", async () => {
      const pid = Number(await kernel());
      assert.equal(await lab.stop(), 0);
      await until(async () => !await isAlive(pid));
    });
  },
});

/** Changing a parameter and running again gives another picture. */
async function otherParameters(
  notebook: Omit<LabPage, "page">,
  folder: string,
): Promise<void> {
  const before = await chartsOf(notebook);
  const source = await notebook.codeCells.first().locator(".cm-content")
    .innerText();
  const mine = await ownTable(folder);
  const other = source.replace(/data: "[^"]+"/, `data: "${mine}"`);
  assert.notEqual(other, source);
  await notebook.edit(0, other);
  await notebook.runAll();
  assert.ok(await chartsOf(notebook) !== before, "the same charts");
}

/** What interrupted training has kept. */
async function checkpoints(model: string): Promise<readonly string[]> {
  const entries = await Array.fromAsync(
    Deno.readDir(join(model, "checkpoints")),
  ).catch(() => []);
  return entries.map(({ name }) => name)
    .filter((name) => name.endsWith(".bin"));
}

async function copyNotebooks(folder: string): Promise<readonly string[]> {
  const names = await findNotebooks(fromRoot("notebooks"), null);
  for (const name of names) {
    const file = `${name}.ipynb`;
    await Deno.copyFile(fromRoot(`notebooks/${file}`), join(folder, file));
  }
  return names;
}

function opener(
  { browser, lab, folder }: {
    readonly browser: Browser;
    readonly lab: RunningLab;
    readonly folder: string;
  },
): (name: string) => Promise<LabPage> {
  const inside = folder.slice(fromRoot(".").length).replaceAll("\\", "/");
  return async (name) => {
    const page = await browser.newPage({
      viewport: { width: 1200, height: 900 },
    });
    return await openInLab(page, { lab, path: `${inside}/${name}.ipynb` });
  };
}

async function hasCharts(
  { codeCells }: Pick<LabPage, "codeCells">,
): Promise<void> {
  const errors = codeCells.locator(
    '[data-mime-type="application/vnd.jupyter.error"]',
  );
  assert.deepEqual(await errors.allInnerTexts(), []);
  const charts = await codeCells.locator(".jp-OutputArea-output svg").all();
  assert.ok(charts.length >= 3, `${charts.length} charts`);
  for (const chart of charts) {
    const { width = 0, height = 0 } = await chart.boundingBox() ?? {};
    assert.ok(width > 300 && height > 30, `a chart of ${width} × ${height}`);
  }
}

async function chartsOf(
  { codeCells }: Pick<LabPage, "codeCells">,
): Promise<string> {
  return await codeCells.locator(".jp-OutputArea-output svg").evaluateAll(
    (charts) => charts.map((chart) => chart.outerHTML).join(),
  );
}

async function ownTable(folder: string): Promise<string> {
  const rows = Array.from(
    { length: 90 },
    (_, t) => `${1.76e9 + 60 * t},${t % 7},${t % 5}`,
  );
  const file = join(folder, "mine.csv");
  await Deno.writeTextFile(file, ["timestamp,load,queue", ...rows].join("\n"));
  return file;
}

async function stopsWithinASecond(
  notebook: LabPage,
  cell: number,
): Promise<void> {
  const began = performance.now();
  await notebook.interrupt();
  await notebook.ended(cell);
  const spent = performance.now() - began;
  assert.ok(spent < 1000, `${Math.round(spent)} ms`);
}

/** Runs a cell and gives what it shows. */
async function resultOf(notebook: LabPage, cell: number): Promise<string> {
  await notebook.start(cell);
  await notebook.ended(cell);
  return await notebook.codeCells.nth(cell).locator(".jp-OutputArea-output")
    .innerText();
}

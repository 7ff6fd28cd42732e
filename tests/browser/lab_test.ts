import assert from "node:assert/strict";
import { join } from "node:path";
import { fromRoot } from "@lib/pipeline/paths.ts";
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
import { notebookProgress } from "@lib/pipeline/notebook_progress.ts";
import { parseParams } from "@lib/pipeline/params.ts";
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
        const notebook = await open(name);
        await notebook.runAll();
        await hasCharts(notebook);
        await notebook.page.screenshot({ path: `${PICTURES}/${name}.png` });
      });
    }
    await t.step("another parameter gives another picture", async () => {
      const notebook = await open(names[0] ?? "");
      await notebook.runAll();
      const before = await chartsOf(notebook);
      const source = await notebook.codeCells.first().locator(".cm-content")
        .innerText();
      const other = source.replace(/data: "[^"]+"/, 'data: "mine.csv"');
      assert.notEqual(other, source);
      await notebook.edit(0, other.replace("mine.csv", await ownTable(folder)));
      await notebook.runAll();
      assert.ok(await chartsOf(notebook) !== before, "the same charts");
    });
    await t.step("training stops when it is interrupted", async () => {
      await writeNotebook(join(folder, "train.ipynb"), [TRAINING, '"a" + "b"']);
      const notebook = await open("train");
      await notebook.start(0);
      await notebook.codeCells.first().locator("progress").waitFor();
      await stopsWithinASecond(notebook);
      assert.match(
        await notebook.codeCells.first().locator(".jp-OutputArea").innerText(),
        /AbortError: the cell was interrupted/,
      );
      // Here: what training keeps of each epoch is still in data/models/lab-test/.
    });
    await t.step("so does a loop that listens to nobody", async () => {
      await writeNotebook(join(folder, "loop.ipynb"), [
        "for (;;) { /* on and on */ }",
        '"a" + "b"',
      ]);
      const notebook = await open("loop");
      await notebook.start(0);
      await stopsWithinASecond(notebook);
    });
    await t.step("Ctrl-C ends the server and its kernels", async () => {
      await writeNotebook(join(folder, "pid.ipynb"), ["Deno.pid"]);
      const notebook = await open("pid");
      await notebook.start(0);
      await notebook.ended(0);
      const kernel = Number(
        await notebook.codeCells.first().locator(".jp-OutputArea-output")
          .innerText(),
      );
      assert.ok(await isAlive(kernel));
      assert.equal(await lab.stop(), 0);
      await until(async () => !await isAlive(kernel));
    });
  },
});

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

async function hasCharts({ codeCells }: LabPage): Promise<void> {
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

async function chartsOf({ codeCells }: LabPage): Promise<string> {
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

async function stopsWithinASecond(notebook: LabPage): Promise<void> {
  const began = performance.now();
  await notebook.interrupt();
  await notebook.ended(0);
  const spent = performance.now() - began;
  assert.ok(spent < 1000, `${Math.round(spent)} ms`);
  await notebook.start(1);
  await notebook.ended(1);
  const alive = notebook.codeCells.nth(1).locator(".jp-OutputArea");
  assert.match(await alive.innerText(), /ab/);
}

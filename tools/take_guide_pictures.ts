/** Takes the pictures of `docs/guide.md`: JupyterLab at work, and a page. */
import { pathToFileURL } from "node:url";
import { fromRoot } from "../lib/pipeline/base/paths.ts";
import { chromium, type Locator, type Page } from "playwright-core";
import { type LabPage, openInLab } from "./notebooks/lab_page.ts";
import { startLab } from "./notebooks/start_lab.ts";
import { withoutFlags } from "./without_flags.ts";

withoutFlags({
  task: "guide:pictures",
  about: "Takes the pictures of docs/guide.md, in Chromium.",
});

const picture = (name: string) => fromRoot(`docs/images/${name}.png`);

const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
// JupyterLab saves what it has run.
const before = await Promise.all(
  ["01_explore_metrics", "02_train_autoencoder"].map(async (name) => {
    const path = fromRoot(`notebooks/${name}.ipynb`);
    return { path, text: await Deno.readTextFile(path) };
  }),
);
try {
  await using lab = await startLab();
  const open = async (name: string) =>
    await openInLab(await newPage(1150, 700), {
      lab,
      path: `notebooks/${name}.ipynb`,
    });
  await explore(await open("01_explore_metrics"));
  await train(await open("02_train_autoencoder"));
  await postmortem(await newPage(1000, 900));
  await zoom(await newPage(1000, 760));
} finally {
  await browser.close();
  for (const { path, text } of before) await Deno.writeTextFile(path, text);
}

async function newPage(width: number, height: number): Promise<Page> {
  return await browser.newPage({
    viewport: { width, height },
    colorScheme: "light",
  });
}

async function explore({ page, ...notebook }: LabPage): Promise<void> {
  await notebook.runAll();
  await shown(notebook.codeCells.locator(".jp-OutputArea-output svg").nth(1));
  await page.screenshot({ path: picture("lab_explore") });
  await page.close();
}

async function train({ page, ...notebook }: LabPage): Promise<void> {
  const sources = await notebook.codeCells.allInnerTexts();
  const training = sources.findIndex((source) =>
    source.includes("notebookProgress()")
  );
  for (let cell = 0; cell < training; cell++) {
    await notebook.start(cell);
    await notebook.ended(cell);
  }
  await notebook.start(training);
  const bar = notebook.codeCells.nth(training).locator("progress");
  await bar.waitFor();
  while (Number(await bar.getAttribute("value")) < 0.2) {
    await page.waitForTimeout(100);
  }
  await shown(bar);
  await page.screenshot({ path: picture("lab_train") });
  await notebook.interrupt();
  await notebook.ended(training);
  await page.close();
}

/** JupyterLab draws what comes into sight a little later. */
async function shown(what: Locator): Promise<void> {
  for (let again = 0; again < 3; again++) {
    await what.evaluate((element) => element.scrollIntoView({ block: "end" }));
    await what.page().waitForTimeout(300);
  }
}

/** Of `deno task notebooks --only 4`. */
async function postmortem(page: Page): Promise<void> {
  const file = fromRoot("reports/notebooks/04_postmortem.html");
  await page.goto(pathToFileURL(file).href);
  await page.locator("h2").first().evaluate((title) => title.scrollIntoView());
  await page.screenshot({ path: picture("postmortem") });
  await page.close();
}

/** Of the same page, after a drag over the incident. */
async function zoom(page: Page): Promise<void> {
  const file = fromRoot("reports/notebooks/04_postmortem.html");
  await page.goto(pathToFileURL(file).href);
  const chart = page.locator("svg:has([data-name])").first();
  await chart.evaluate((svg) => svg.scrollIntoView({ block: "start" }));
  const { x, y, width } = await chart.boundingBox() ??
    { x: 0, y: 0, width: 0 };
  await page.mouse.move(x + 0.48 * width, y + 90);
  await page.mouse.down();
  await page.mouse.move(x + 0.83 * width, y + 90, { steps: 5 });
  await page.mouse.up();
  await page.mouse.move(x + 0.77 * width, y + 90);
  await page.screenshot({ path: picture("zoom") });
  await page.close();
}

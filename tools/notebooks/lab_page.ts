import type { Locator, Page } from "playwright-core";
import type { RunningLab } from "./start_lab.ts";

/** How long anything in JupyterLab may take. */
const PATIENCE_MS = 30_000;

/** A notebook that is open in JupyterLab, used as a person uses it. */
export interface LabPage {
  /** The browser's page. */
  readonly page: Page;
  /** The notebook's code cells, from the top. */
  readonly codeCells: Locator;
  /** Restarts the kernel, runs all cells, and waits until the last has ended. */
  runAll(): Promise<void>;
  /** Puts other code into a code cell, counted from 0. */
  edit(cell: number, code: string): Promise<void>;
  /** Runs a code cell; waits until it has begun. */
  start(cell: number): Promise<void>;
  /** Waits until a code cell has ended. */
  ended(cell: number): Promise<void>;
  /** Presses the button that interrupts the kernel. */
  interrupt(): Promise<void>;
}

/** Which notebook to open. */
export interface OpenInLabOptions {
  /** The server. */
  readonly lab: RunningLab;
  /** The notebook's path from the project's folder, with `/`. */
  readonly path: string;
}

/**
 * Opens a notebook in JupyterLab.
 *
 * @param page A page of a browser.
 * @param options Where the notebook is.
 * @returns The notebook, its kernel ready.
 */
export async function openInLab(
  page: Page,
  { lab, path }: OpenInLabOptions,
): Promise<LabPage> {
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(`${lab.origin}/lab/tree/${path}?reset&token=${lab.token}`);
  const notebook = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)");
  const codeCells = notebook.locator(".jp-CodeCell");
  await codeCells.first().waitFor();
  // Before that, JupyterLab takes keys and buttons and does nothing.
  await page.locator(".jp-StatusBar-TextItem", { hasText: "| Idle" })
    .waitFor();
  const button = (name: string) =>
    notebook.locator(`[data-jp-item-name="${name}"] jp-button`);
  const prompt = async (cell: number) =>
    await codeCells.nth(cell).locator(".jp-InputPrompt").textContent() ?? "";
  const ended = (cell: number) =>
    until(async () => /\d/.test(await prompt(cell)));
  return {
    page,
    codeCells,
    runAll: async () => {
      await button("restart-and-run").click();
      await page.locator(".jp-Dialog .jp-mod-accept").click();
      await page.locator(".jp-Dialog").waitFor({ state: "detached" });
      const last = await codeCells.count() - 1;
      // Where it ran before, its number goes first.
      await until(async () => !/\d/.test(await prompt(last)));
      for (let cell = 0; cell <= last; cell++) await ended(cell);
    },
    edit: async (cell, code) => {
      await codeCells.nth(cell).locator(".cm-content").click();
      await page.keyboard.press("Control+A");
      await page.keyboard.insertText(code);
    },
    start: async (cell) => {
      await codeCells.nth(cell).locator(".cm-content").click();
      const before = await prompt(cell);
      await page.keyboard.press("Control+Enter");
      await until(async () => await prompt(cell) !== before);
    },
    ended,
    interrupt: () => button("interrupt").click(),
  };
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!await isTrue()) {
    if (performance.now() > deadline) {
      throw new Error(
        `Cannot use JupyterLab: it must answer within ${PATIENCE_MS} ms`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

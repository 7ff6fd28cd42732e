/**
 * Opens a page from its file in a browser and prints what was seen, as JSON.
 *
 * A program of its own, since playwright-core looks into /proc as it loads,
 * which Deno grants to `--allow-all` only: `deno run -A look_at_page.ts FILE VIEWS`.
 *
 * @module
 */
import type { Browser } from "playwright-core";
import type { Seen, View } from "./browser.ts";
import { openBrowser, openPage } from "./open_page.ts";

/** A report's page has other pictures too, and a notebook's no box around a chart. */
const CHART = "svg:is([data-x], :has([data-x]))";

const [program = "", file = "", views = "[]"] = Deno.args;
const browser = await openBrowser(program);
try {
  const seen: Seen[] = [];
  for (const view of JSON.parse(views)) seen.push(await look(browser, view));
  // deno-lint-ignore no-console -- the program's result
  console.log(JSON.stringify(seen));
} finally {
  await browser.close();
}

async function look(browser: Browser, view: View): Promise<Seen> {
  const { width, height, colorScheme } = view;
  const { page, requests, complaints } = await openPage(browser, file, {
    viewport: { width, height },
    colorScheme,
  });
  const seen: Omit<Seen, "requests" | "complaints" | "told"> = await page
    .evaluate(`({
    overflow: document.documentElement.scrollWidth - innerWidth,
    ink: getComputedStyle(document.body).color,
    ground: getComputedStyle(document.body).backgroundColor,
    chartInk: getComputedStyle(document.querySelector("${CHART} text")).fill,
  })`);
  await page.locator(CHART).first().focus();
  await page.keyboard.press("ArrowRight");
  const told: string | null = await page.evaluate(
    `document.querySelector("[role=status]")?.textContent ?? null`,
  );
  await page.close();
  return { requests, complaints, ...seen, told };
}

/**
 * Opens a page from its file in a browser and prints what was seen, as JSON.
 *
 * A program of its own, since playwright-core looks into /proc as it loads,
 * which Deno grants to `--allow-all` only: `deno run -A look_at_page.ts FILE VIEWS`.
 *
 * @module
 */
import { pathToFileURL } from "node:url";
import { type Browser, chromium } from "playwright-core";
import type { Seen, View } from "./browser.ts";

const [program = "", file = "", views = "[]"] = Deno.args;
const browser = await chromium.launch({
  executablePath: program,
  args: ["--no-sandbox", "--disable-gpu"],
});
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
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme,
  });
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("dialog", (dialog) => {
    complaints.push(`a dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  await page.goto(pathToFileURL(file).href);
  const seen: Omit<Seen, "requests" | "complaints" | "told"> = await page
    .evaluate(`({
    overflow: document.documentElement.scrollWidth - innerWidth,
    ink: getComputedStyle(document.body).color,
    ground: getComputedStyle(document.body).backgroundColor,
    chartInk: getComputedStyle(document.querySelector("svg text")).fill,
  })`);
  await page.locator("svg").first().focus();
  await page.keyboard.press("ArrowRight");
  const told: string | null = await page.evaluate(
    `document.querySelector("[role=status]")?.textContent ?? null`,
  );
  await page.close();
  return { requests, complaints, ...seen, told };
}

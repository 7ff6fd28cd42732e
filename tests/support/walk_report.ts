/**
 * Walks through a report as a reader does and prints what was seen, as JSON; a
 * program of its own for the reason that `look_at_page.ts` gives:
 * `deno run -A walk_report.ts CHROMIUM FILE`.
 *
 * @module
 */
import type { Page } from "playwright-core";
import { openBrowser, openPage } from "./open_page.ts";

const [program = "", file = ""] = Deno.args;

/** What a walk saw. */
export interface Walk {
  /** Address behind `#` after a click on the first incident in the score chart. */
  readonly clicked: string;
  /** Address and trend chart after a double click on that incident, where charts were zoomed. */
  readonly doubled: readonly [string, string | null];
  /** Address after a finger's tap on it, and whether its values are told. */
  readonly tapped: readonly [string, boolean];
  /** The same after Enter at the marked moment. */
  readonly entered: string;
  /** The same after dragging over that incident: zoomed, and still there. */
  readonly dragged: string;
  /** What the trend chart shows where that address is opened. */
  readonly shared: string | null;
  /** Address and chart after a link within the page, which keeps the zoom. */
  readonly kept: readonly [string, string | null];
  /** Address and chart after Escape. */
  readonly escaped: readonly [string, string | null];
  /** What of the address is before `#` after that. */
  readonly query: string;
  /** What a link to one moment shows. */
  readonly moment: string | null;
  /** What is said of links with a bad time, another time, an unknown part, and of a good one. */
  readonly notices: readonly string[];
  /** Pixels from the top of the screen to the part that an incident's own link leads to. */
  readonly ownLink: number;
  /** What the incident's button shows. */
  readonly shownTime: string | null;
  /** Figures of metrics that are shown: at first, after None, after the signals, after a filter. */
  readonly metrics: readonly number[];
  /** Whether a chart's cursor says that a click leads on: over an incident, beside it. */
  readonly cursors: readonly string[];
  /** What the page asked for and complained of. */
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
}

const browser = await openBrowser(program);
try {
  const { page, requests, complaints } = await openPage(browser, file, {
    viewport: { width: 1200, height: 900 },
  });
  const walk = await walkThrough(page);
  const phone = await browser.newPage({
    viewport: { width: 1200, height: 900 },
    hasTouch: true,
  });
  const said: string[] = [];
  phone.on("console", (message) => said.push(message.text()));
  phone.on("pageerror", (error) => said.push(error.message));
  await phone.goto(`file://${file}`);
  const tapped = await tapIncident(phone);
  const seen: Walk = {
    ...walk,
    tapped,
    requests,
    complaints: [...complaints, ...said],
  };
  // deno-lint-ignore no-console -- the program's result
  console.log(JSON.stringify(seen));
} finally {
  await browser.close();
}

/** Longer than a page waits for a click to become a double click. */
async function waitForPick(page: Page): Promise<void> {
  await page.waitForTimeout(400);
}

/** Place of an incident's middle across the score chart, in pixels. */
async function middleOf(page: Page, number: number): Promise<number> {
  return await page.evaluate(`(() => {
    const data = JSON.parse(document.querySelector("#report-data").textContent);
    const { start, end } = data.incidents[${number - 1}];
    const svg = document.querySelector("#figure-score svg");
    const [, low, high, from, to] = svg.getAttribute("data-x").split(" ").map(Number);
    const ms = (Date.parse(start) + Date.parse(end) + data.intervalMs) / 2;
    const place = from + (to - from) * (ms - low) / (high - low);
    return place * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  })()`);
}

async function tapIncident(page: Page): Promise<readonly [string, boolean]> {
  const score = page.locator("#figure-score svg");
  await score.tap({ position: { x: await middleOf(page, 1), y: 100 } });
  await waitForPick(page);
  const isTold = await page.locator("div[role=status]").isVisible();
  return [await page.evaluate<string>("location.hash"), isTold];
}

async function walkThrough(page: Page) {
  const hash = () => page.evaluate<string>("location.hash");
  const trend = () =>
    page.locator("#figure-trend-1 svg[data-whole-x], #figure-trend-1 svg")
      .first().getAttribute("data-x");
  const score = page.locator("#figure-score svg");
  const open = async (address: string) => {
    await page.evaluate(`location.hash = ${JSON.stringify(address)}`);
    await page.waitForTimeout(50);
  };
  const middle = (number: number) => middleOf(page, number);

  const x = await middle(1);
  const cursors: string[] = [];
  for (const place of [x, x - 80]) {
    await score.hover({ position: { x: place, y: 100 } });
    cursors.push(await score.evaluate((svg) => getComputedStyle(svg).cursor));
  }
  await score.click({ position: { x, y: 100 } });
  await waitForPick(page);
  const clicked = await hash();
  await open("t=2026-03-01T06:00Z/2026-03-01T17:00Z");
  await score.dblclick({ position: { x: await middle(1), y: 100 } });
  await waitForPick(page);
  const doubled = [await hash(), await trend()] as const;
  await open("");
  await score.hover({ position: { x: await middle(2), y: 100 } });
  await score.focus();
  await page.keyboard.press("Enter");
  const entered = await hash();

  await score.scrollIntoViewIfNeeded();
  const box = await score.boundingBox();
  if (!box) throw new Error("Cannot walk: no score chart");
  await page.mouse.move(box.x + x - 40, box.y + 100);
  await page.mouse.down();
  await page.mouse.move(box.x + x + 40, box.y + 100, { steps: 4 });
  await page.mouse.up();
  const dragged = await hash();
  await page.goto("about:blank");
  await page.goto(`file://${file}?from=mail${dragged}`);
  const shared = await trend();
  await page.locator('a[href="#trends"]').first().click();
  const kept = [await hash(), await trend()] as const;
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  const escaped = [await hash(), await trend()] as const;
  await open("");
  await page.locator("#figure-score svg").focus();
  await page.keyboard.press("+");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  const query = await page.evaluate<string>("location.search + location.hash");

  await open("t=2026-03-01T12:00Z");
  const moment = await trend();
  const notices: string[] = [];
  for (
    const address of [
      "t=garbage",
      "t=2020-01-01T00:00Z",
      "incident-99",
      "trends",
    ]
  ) {
    await page.keyboard.press("Escape");
    await open(address);
    notices.push(await page.locator(".notice").textContent() ?? "");
  }
  const link = page.locator("#incident-2 .tools a");
  const address = await link.getAttribute("href");
  await page.goto("about:blank");
  await page.goto(`file://${file}${address}`);
  const ownLink: number = await page.evaluate(
    `document.querySelector("#incident-2").getBoundingClientRect().top`,
  );
  await page.locator("#incident-2 .tools button").first().click();
  const shownTime = await trend();

  const shown = () => page.locator("#trends figure:visible").count();
  const metrics = [await shown()];
  await page.locator(".choose summary").click();
  for (const name of ["None", "Signals of incidents"]) {
    await page.getByRole("button", { name, exact: true }).click();
    metrics.push(await shown());
  }
  await page.locator(".choose input[type=search]").fill("LOAD");
  await page.getByRole("button", { name: "Listed only" }).click();
  metrics.push(await shown());
  return {
    clicked,
    doubled,
    entered,
    dragged,
    shared,
    kept,
    escaped,
    query,
    moment,
    notices,
    ownLink,
    shownTime,
    metrics,
    cursors,
  };
}

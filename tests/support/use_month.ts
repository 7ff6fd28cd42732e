/**
 * Uses a month's report as a reader does and prints what is seen, as JSON; a
 * program of its own, as `read_page.ts` is: `deno run -A use_month.ts PROGRAM FILE`.
 *
 * @module
 */
import { pathToFileURL } from "node:url";
import type { BrowserContextOptions } from "playwright-core";
import { openBrowser } from "./open_page.ts";

const [program = "", file = ""] = Deno.args;
const address = pathToFileURL(file).href;
const browser = await openBrowser(program);
const complaints: string[] = [];
const requests: string[] = [];
const seen: Record<string, unknown> = {};

async function open(options: BrowserContextOptions) {
  const context = await browser.newContext({
    timezoneId: "Asia/Tokyo",
    ...options,
  });
  const page = await context.newPage();
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(address);
  const look = async (moment: string) => {
    seen[moment] = await page.evaluate(`(() => {
      const box = document.querySelector("[role=status]");
      const bar = document.querySelector("[data-chart-controls]");
      const axis = (id) => document.querySelector("#figure-" + id + " svg")
        .getAttribute("data-x").split(" ").slice(1, 3).map(Number);
      return {
        box: box.style.display === "block" ? box.textContent : null,
        bar: bar.offsetHeight > 0 ? bar.querySelector("code").textContent : null,
        offers: [...bar.querySelectorAll("button")]
          .filter((button) => button.offsetHeight > 0).length,
        lines: [...document.querySelectorAll("svg")]
          .filter((svg) => svg.querySelector("[data-readout]")).length,
        score: axis("score"),
        trend: axis("trend-9"),
        corners: document.querySelector("#figure-trend-1 [data-part=measured]")
          .getAttribute("d").split(/[ML]/).length - 1,
        focus: document.activeElement.closest("figure")?.id ?? null,
      };
    })()`);
  };
  const placeIn = async (figure: string, share: number) => {
    const box = await page.locator(`#figure-${figure} svg`).boundingBox();
    if (!box) throw new Error(`Cannot point at ${figure}: it is not shown`);
    return [box.x + share * box.width, box.y + box.height / 2] as const;
  };
  return { page, context, look, placeIn };
}

try {
  const { page, context, look, placeIn } = await open({
    viewport: { width: 1280, height: 900 },
  });
  seen.timeCharts = await page.evaluate(`[...document.querySelectorAll("svg")]
    .filter((svg) => svg.querySelector("[data-x^=utc]") ||
      svg.matches("[data-x^=utc]")).length`);
  await look("before");

  await page.evaluate(`globalThis.picks = [];
    document.addEventListener("chartpick", ({ detail, target }) =>
      picks.push([detail, target.closest("figure").id]))`);
  await page.locator("#figure-trend-1").scrollIntoViewIfNeeded();
  await page.mouse.move(...await placeIn("trend-1", 0.5));
  await look("hover");
  await page.mouse.down();
  await page.mouse.move(...await placeIn("trend-1", 0.504), { steps: 2 });
  await page.mouse.move(...await placeIn("trend-1", 0.52), { steps: 2 });
  await page.mouse.up();
  await page.mouse.move(...await placeIn("trend-1", 0.4));
  await look("zoomed");
  await page.mouse.click(...await placeIn("trend-1", 0.4));

  seen.ink = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    seen.ink = [
      ...seen.ink as string[][],
      await page.evaluate(`[
        document.querySelector("#figure-trend-1 text"),
        document.querySelector("[role=status]"),
        document.querySelector("[data-chart-controls]"),
      ].map((one) => getComputedStyle(one).color)`) as string[],
    ];
  }
  await page.evaluate(`addEventListener("beforeprint", () => {
    globalThis.printed = [
      document.querySelectorAll("[data-whole-x]").length,
      document.querySelector("[data-chart-controls]").offsetHeight,
      document.querySelector("[role=status]").offsetHeight,
    ];
  })`);
  await page.pdf();
  seen.printed = await page.evaluate("globalThis.printed");
  await look("after print");
  await page.mouse.move(1279, 1);
  await page.keyboard.press("Escape");
  await look("escape");

  await page.evaluate(`document.querySelector("#summary").scrollIntoView();
    document.activeElement.blur();
    getSelection().collapse(document.querySelector("#summary h2"), 0)`);
  await page.keyboard.press("Tab");
  await look("tab");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await look("key");
  seen.picked = await page.evaluate("picks");
  for (let press = 0; press < 9; press++) await page.keyboard.press("+");
  await look("closest");
  await page.keyboard.press("-");
  await look("wider");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await look("whole");
  seen.redraws = await page.evaluate(`(() => {
    const svg = document.querySelector("#figure-score svg");
    const observer = new MutationObserver(() => {});
    const all = { attributes: true, childList: true, subtree: true };
    observer.observe(document.querySelector("main"), all);
    return [..."+++--+++--"].map((key) => {
      svg.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
      const charts = new Set(observer.takeRecords()
        .map(({ target }) => target.closest("figure")).filter(Boolean));
      const corners = [...charts].map((figure) =>
        [...figure.querySelectorAll("[data-detail][d]")].map((path) =>
          path.getAttribute("d").split(/[ML]/).length - 1));
      return [charts.size, Math.max(...corners.flat())];
    });
  })()`);
  await context.close();

  const phone = await open({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    reducedMotion: "reduce",
  });
  await phone.page.locator("#figure-score").scrollIntoViewIfNeeded();
  await phone.page.touchscreen.tap(...await phone.placeIn("score", 0.2));
  await phone.look("tap");
  await phone.page.getByRole("button", { name: "Zoom in" }).tap();
  await phone.look("tap closer");
  seen.motion = await phone.page.evaluate(`[
    getComputedStyle(document.documentElement).scrollBehavior,
    document.getAnimations().length,
    document.documentElement.scrollWidth - innerWidth,
  ]`);
  // deno-lint-ignore no-console -- the program's result
  console.log(JSON.stringify({ seen, complaints, requests, address }));
} finally {
  await browser.close();
}

/**
 * Walks through the report of one incident as a reader does and prints what was
 * seen, as JSON; a program of its own for the reason that `look_at_page.ts` gives:
 * `deno run -A walk_incident.ts CHROMIUM FILE`.
 *
 * @module
 */
import { openBrowser, openPage } from "./open_page.ts";

const [program = "", file = ""] = Deno.args;

/** What a walk saw. */
export interface IncidentWalk {
  /** Address behind `#` after a click on the first incident in the score chart, then on the second. */
  readonly clicked: readonly string[];
  /** Numbers and colours of shades in the score chart: whole, and zoomed to the second incident. */
  readonly whole: IncidentShades;
  readonly zoomed: IncidentShades;
  /** What is said of a link to the first incident, and of one to the second. */
  readonly notices: readonly string[];
  /** How many are marked, before and after the one is. */
  readonly marked: readonly string[];
  /** Metrics to choose from, and how many stay with the signals of incidents. */
  readonly metrics: readonly [number, number];
  /** Links of the page that lead nowhere. */
  readonly dead: readonly string[];
  /** What the page complained of. */
  readonly complaints: readonly string[];
}

/** Incidents as a chart shows them. */
export interface IncidentShades {
  readonly numbers: readonly string[];
  readonly fills: readonly string[];
}

const browser = await openBrowser(program);
try {
  const { page, complaints } = await openPage(browser, file, {
    viewport: { width: 1200, height: 900 },
  });
  const score = page.locator("#figure-score svg");
  const hash = () => page.evaluate<string>("location.hash");
  const shades = () =>
    page.evaluate<IncidentShades>(`(() => {
      const svg = document.querySelector("#figure-score svg");
      const all = (selector) => [...svg.querySelectorAll(selector)];
      const rects = all('[data-part="rect"] > *');
      const texts = all('[data-part="text"][font-weight="bold"] > *');
      return {
        numbers: texts.map((one) => one.textContent),
        fills: rects.map((one) => one.getAttribute("fill")),
      };
    })()`);
  const whole = await shades();
  const clicked: string[] = [];
  for (const index of [0, 1]) {
    const x = await page.evaluate<number>(`(() => {
      const data = JSON.parse(document.querySelector("#report-data").textContent);
      const { start, end } = data.incidents[${index}];
      const svg = document.querySelector("#figure-score svg");
      const [, low, high, from, to] = svg.getAttribute("data-x").split(" ").map(Number);
      const ms = (Date.parse(start) + Date.parse(end) + data.intervalMs) / 2;
      const place = from + (to - from) * (ms - low) / (high - low);
      return place * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    })()`);
    await score.click({ position: { x, y: 100 } });
    await page.waitForTimeout(400); // else it may become a double click
    clicked.push(await hash());
  }
  await page.getByRole("button", { name: "Show this time in all charts" })
    .click();
  const zoomed = await shades();
  await page.keyboard.press("Escape");
  const notices: string[] = [];
  for (const index of [0, 1]) {
    await page.evaluate(`(() => {
      const data = JSON.parse(document.querySelector("#report-data").textContent);
      location.hash = "incident-" + data.incidents[${index}].id;
    })()`);
    await page.waitForTimeout(50);
    notices.push(await page.locator(".notice").textContent() ?? "");
  }
  const count = async () =>
    await page.locator("#marks strong").textContent() ?? "";
  const marked = [await count()];
  await page.getByRole("radio", { name: /^true/ }).check();
  marked.push(await count());
  const shown = () => page.locator("#trends figure:visible").count();
  const all = await shown();
  await page.locator(".choose summary").click();
  await page.getByRole("button", { name: "Signals of incidents" }).click();
  const dead = await page.evaluate<string[]>(`
    [...document.querySelectorAll('a[href^="#"]:not(.tools a)')]
      .map((link) => link.getAttribute("href"))
      .filter((href) => !document.getElementById(href.slice(1)))
  `);
  const seen: IncidentWalk = {
    ...{ clicked, whole, zoomed, notices, marked, dead, complaints },
    metrics: [all, await shown()],
  };
  // deno-lint-ignore no-console -- the program's result
  console.log(JSON.stringify(seen));
} finally {
  await browser.close();
}

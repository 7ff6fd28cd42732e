/**
 * Points at the charts of a page as a reader does and prints what it tells, as
 * JSON; a program of its own, as `look_at_page.ts` is and for the same reason:
 * `deno run -A read_page.ts PROGRAM FILE`.
 *
 * @module
 */
import { openBrowser, openPage } from "./open_page.ts";

const [program = "", file = ""] = Deno.args;
const browser = await openBrowser(program);
try {
  const { page, complaints } = await openPage(browser, file);
  const told = () =>
    page.evaluate(`({
      box: document.querySelector("[role=status]")?.style.display === "block"
        ? document.querySelector("[role=status]").textContent : null,
      lines: [...document.querySelectorAll("svg")].map((svg) =>
        svg.querySelectorAll("line[data-readout]").length),
      boxes: document.querySelectorAll("[role=status]").length,
    })`);
  const charts = page.locator("svg");
  const pointAt = async (index: number, share: number) => {
    const box = await charts.nth(index).boundingBox();
    if (!box) {
      throw new Error(`Cannot point at chart ${index}: it is not shown`);
    }
    await page.mouse.move(box.x + share * box.width, box.y + box.height / 2);
    return await told();
  };
  const seen: Record<string, unknown> = { before: await told() };
  for (const index of Array(await charts.count()).keys()) {
    seen[`chart ${index}`] = await pointAt(index, 0.5);
  }
  await pointAt(0, 0.5);
  await page.evaluate("dispatchEvent(new Event('beforeprint'))");
  seen.print = await told();
  seen.margin = await pointAt(0, 0.001);
  await page.mouse.move(899, 1599);
  seen.away = await told();
  await charts.nth(0).focus();
  await page.keyboard.press("Shift+ArrowRight");
  seen.key = await told();
  await page.keyboard.press("Escape");
  seen.escape = await told();
  // deno-lint-ignore no-console -- the program's result
  console.log(JSON.stringify({ seen, complaints }));
} finally {
  await browser.close();
}

/**
 * Zooms the charts of a page as a reader does and prints what is seen, as JSON; a
 * program of its own, as `read_page.ts` is: `deno run -A zoom_page.ts PROGRAM FILE`.
 *
 * @module
 */
import { openBrowser, openPage } from "./open_page.ts";

const [program = "", file = ""] = Deno.args;
const browser = await openBrowser(program);
try {
  const { page, complaints } = await openPage(browser, file);
  const seen: Record<string, unknown> = {};
  const look = async (moment: string) => {
    seen[moment] = await page.evaluate(`({
      box: document.querySelector("[role=status]").style.display === "block"
        ? document.querySelector("[role=status]").textContent : null,
      bar: document.querySelector("button").offsetParent
        ? document.querySelector("code").textContent : null,
      charts: [...document.querySelectorAll("svg")].map((svg) => svg.outerHTML),
    })`);
  };
  const charts = page.locator("svg");
  /** Where a share of a chart's width is, in the middle of its height. */
  const placeIn = async (index: number, share: number) => {
    const box = await charts.nth(index).boundingBox();
    if (!box) throw new Error(`Cannot zoom chart ${index}: it is not shown`);
    return [box.x + share * box.width, box.y + box.height / 2] as const;
  };
  const drag = async (index: number, shares: readonly number[]) => {
    for (const [at, share] of shares.entries()) {
      await page.mouse.move(...await placeIn(index, share));
      if (at === 0) await page.mouse.down();
    }
  };
  const zoom = async () => {
    await drag(0, [0.3, 0.4, 0.6]);
    await page.mouse.up();
  };
  const leave = () => page.mouse.move(899, 1599);

  await look("before");
  await drag(0, [0.3, 0.4, 0.6]);
  await look("dragging");
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await leave();
  await look("cancelled");
  await drag(0, [0.3, 0.302]);
  await page.mouse.up();
  await leave();
  await look("clicked");

  await zoom();
  await leave();
  await look("zoomed");
  await page.mouse.move(...await placeIn(0, 0.5));
  await look("hover");
  await page.mouse.move(...await placeIn(1, 0.5));
  await look("hover other");
  await page.mouse.move(...await placeIn(6, 0.08));
  await look("hover sparse");
  await page.keyboard.press("Escape");
  await look("escape once");
  await page.keyboard.press("Escape");
  await look("escape twice");
  await zoom();
  await page.mouse.dblclick(...await placeIn(1, 0.5));
  await leave();
  await look("double click");
  await zoom();
  await leave();
  await page.evaluate(`addEventListener("beforeprint", () => {
    globalThis.printed = [...document.querySelectorAll("svg")]
      .map((svg) => svg.outerHTML);
  })`);
  await page.pdf();
  seen.printed = await page.evaluate("globalThis.printed");
  await look("after print");
  await page.getByRole("button", { name: "Reset zoom" }).click();
  await leave();
  await look("button");

  await drag(0, [0.5, 0.5055]);
  await page.mouse.up();
  await leave();
  await look("least");
  await page.mouse.move(...await placeIn(0, 0.5));
  await look("hover least");
  await page.getByRole("button", { name: "Reset zoom" }).click();
  await drag(0, [0.5, 0.6, 0.99]);
  await page.mouse.up();
  await look("end");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await drag(3, [0.3, 0.4, 0.6]);
  await page.mouse.up();
  await leave();
  await look("epochs");

  await charts.nth(0).focus();
  await page.keyboard.press("Shift+ArrowRight");
  await look("marked");
  await page.keyboard.press("+");
  await page.keyboard.press("+");
  await look("plus");
  for (let press = 0; press < 10; press++) {
    await page.keyboard.press("Shift+ArrowRight");
  }
  await look("panned");
  for (let press = 0; press < 3; press++) await page.keyboard.press("-");
  await page.keyboard.press("Escape");
  await look("minus");

  await charts.nth(0).focus();
  for (let press = 0; press < 30; press++) {
    await page.keyboard.press("Shift+ArrowRight");
  }
  await look("last");
  await page.keyboard.press("Escape");
  await page.evaluate(
    `globalThis.late = document.querySelector("svg").cloneNode(true)`,
  );
  await zoom();
  await leave();
  await page.evaluate("document.body.append(late)");
  await look("late");
  await page.setViewportSize({ width: 400, height: 800 });
  await page.reload();
  await drag(1, [0.1, 0.2, 0.3]);
  await page.mouse.up();
  await look("narrow");
  // deno-lint-ignore no-console -- the program's result
  console.log(JSON.stringify({ seen, complaints }));
} finally {
  await browser.close();
}

/**
 * Opens a page from its file in a browser and takes pictures of parts of it; a
 * program of its own for the reason that `look_at_page.ts` gives:
 * `deno run -A take_pictures.ts CHROMIUM FILE FOLDER PICTURES`.
 *
 * @module
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { openBrowser } from "./open_page.ts";
import type { Picture } from "./page_pictures.ts";

const [program = "", file = "", folder = "", pictures = "[]"] = Deno.args;
const browser = await openBrowser(program, {
  flags: ["--font-render-hinting=none"],
});
try {
  for (const picture of JSON.parse(pictures)) await take(browser, picture);
} finally {
  await browser.close();
}

async function take(browser: Browser, picture: Picture): Promise<void> {
  const { name, selector, view: { width, height, colorScheme } } = picture;
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme,
    reducedMotion: "reduce",
  });
  if (picture.media === "print") await page.emulateMedia({ media: "print" });
  await page.goto(pathToFileURL(file).href);
  const part = page.locator(selector).first();
  // Letters and lines are smoothed by where between two pixels they lie: what
  // stands above in the report must not show in a picture of a part of it.
  await part.evaluate((element) => {
    const { left, top } = element.getBoundingClientRect();
    const away = (from: number, scrolled: number) =>
      Math.ceil(from + scrolled) - (from + scrolled);
    Object.assign((element as HTMLElement).style, {
      position: "relative",
      left: `${away(left, scrollX)}px`,
      top: `${away(top, scrollY)}px`,
    });
  });
  await part.screenshot({
    path: join(folder, `${name}.png`),
    animations: "disabled",
  });
  await page.close();
}

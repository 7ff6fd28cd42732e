/** Takes `docs/images/report.png` of `reports/sample/report.html`, for the README. */
import { fromRoot } from "../lib/pipeline/base/paths.ts";
import { chromium } from "playwright-core";
import { withoutFlags } from "./without_flags.ts";

withoutFlags({
  task: "sample:picture",
  about: "Takes the README's picture of reports/sample/, in Chromium.",
});

const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
try {
  const page = await browser.newPage({
    viewport: { width: 1100, height: 1500 },
    colorScheme: "light",
  });
  await page.goto(`file://${fromRoot("reports/sample/report.html")}`);
  await page.locator("#summary").scrollIntoViewIfNeeded();
  const top = await page.locator("#summary").boundingBox();
  await page.screenshot({
    path: fromRoot("docs/images/report.png"),
    fullPage: true,
    clip: { x: 0, y: (top?.y ?? 0) - 10, width: 1100, height: 1330 },
  });
} finally {
  await browser.close();
}

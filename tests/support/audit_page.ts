/**
 * Has axe judge pages and prints what it finds, as JSON; a program of its own, as
 * `look_at_page.ts` is and for the same reason:
 * `deno run -A audit_page.ts PROGRAM FILES VIEWS`.
 *
 * @module
 */
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { View } from "./browser.ts";
import { openBrowser } from "./open_page.ts";

const [program = "", files = "[]", views = "[]"] = Deno.args;
const browser = await openBrowser(program);
try {
  const found: string[] = [];
  const screens: View[] = JSON.parse(views);
  for (const file of JSON.parse(files)) {
    for (const { width, height, colorScheme } of screens) {
      const page = await browser.newPage({
        viewport: { width, height },
        colorScheme,
      });
      await page.goto(pathToFileURL(file).href);
      await page.evaluate(axe.source);
      // What is folded is judged too.
      const problems: string[] = await page.evaluate(`
        document.querySelectorAll("details").forEach((one) => one.open = true);
        axe.run().then(({ violations }) => violations.map(({ id, nodes }) =>
          id + ": " + nodes.slice(0, 3).map(({ html, failureSummary }) =>
            html.slice(0, 200) + " " + failureSummary).join(" | ")));
      `);
      const where = `${file.split("/").at(-1)} ${width} ${colorScheme}`;
      found.push(...problems.map((problem) => `${where}: ${problem}`));
      await page.close();
    }
  }
  // deno-lint-ignore no-console -- the program's result
  console.log(JSON.stringify(found));
} finally {
  await browser.close();
}

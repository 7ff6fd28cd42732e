import assert from "node:assert/strict";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildDocument } from "@lib/report/build_document.ts";
import { toHtml } from "@lib/report/html/to_html.ts";
import { toIndexHtml } from "@lib/report/hosts/to_index_html.ts";
import { NO_CHROMIUM, PROGRAM, type View } from "../support/browser.ts";
import { sampleIndexEntries } from "../support/index_entries.ts";
import {
  sampleReportInput,
  type SampleReportOptions,
} from "../support/sample_report_input.ts";

/** Wide and light, narrow and dark: what differs between the others is the same. */
const VIEWS: readonly View[] = [
  { width: 1440, height: 900, colorScheme: "light" },
  { width: 360, height: 740, colorScheme: "dark" },
];

const ALL_VIEWS: readonly View[] = VIEWS.flatMap((view) =>
  (["light", "dark"] as const).map((colorScheme) => ({ ...view, colorScheme }))
);

const report = async (options: SampleReportOptions) =>
  toHtml(await buildDocument(sampleReportInput(options)));

const incident = async (number: number) => {
  const input = sampleReportInput({ steps: 300, incidents: 2 });
  const subject = input.incidents[number - 1]!.id;
  return toHtml(await buildDocument(input, { subject }));
};

/** Pages by name. */
const PAGES: Readonly<Record<string, () => Promise<string>>> = {
  "sample": () => report({ steps: 300, incidents: 2 }),
  "hostile": () => report({ names: "hostile", steps: 240, incidents: 1 }),
  "quiet": () =>
    report({ steps: 240, incidents: 0, labels: "none", outages: "none" }),
  "incident's": () => incident(2),
  "index": () => Promise.resolve(toIndexHtml(sampleIndexEntries(7))),
};

/** Has axe judge pages. */
async function audit(
  pages: Readonly<Record<string, string>>,
  views = VIEWS,
): Promise<string[]> {
  const folder = await Deno.makeTempDir();
  try {
    const files = Object.keys(pages).map((name) =>
      join(folder, name + ".html")
    );
    for (const [index, html] of Object.values(pages).entries()) {
      await Deno.writeTextFile(files[index]!, html);
    }
    const script = new URL("../support/audit_page.ts", import.meta.url);
    const args = [PROGRAM, JSON.stringify(files), JSON.stringify(views)];
    const { success, stdout, stderr } = await new Deno.Command(
      Deno.execPath(),
      { args: ["run", "-A", fileURLToPath(script), ...args] },
    ).output();
    if (!success) throw new Error(new TextDecoder().decode(stderr));
    return JSON.parse(new TextDecoder().decode(stdout));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

for (const [name, page] of Object.entries(PAGES)) {
  Deno.test({
    name:
      `axe finds nothing in the ${name} page, light and dark, wide and narrow`,
    ignore: NO_CHROMIUM,
    fn: async () => {
      const views = name === "sample" ? ALL_VIEWS : VIEWS;
      assert.deepEqual(await audit({ [name]: await page() }, views), []);
    },
  });
}

Deno.test({
  name: "axe finds what is wrong: faint text, a picture without a name",
  ignore: NO_CHROMIUM,
  fn: async () => {
    const html = (await PAGES.quiet!())
      .replace("--muted: #525c67", "--muted: #b0b7be")
      .replace("<main ", '<img src="data:,"><main ');
    const found = await audit({ wrong: html }, VIEWS.slice(0, 1));
    assert.ok(found.some((text) => text.includes("color-contrast")));
    assert.ok(found.some((text) => text.includes("image-alt")));
  },
});

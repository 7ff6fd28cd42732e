import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildDocument } from "@lib/report/build_document.ts";
import { toHtml } from "@lib/report/html/to_html.ts";
import {
  lookAtPage,
  NO_CHROMIUM,
  type Seen,
  type View,
} from "../support/browser.ts";
import { sampleReportInput } from "../support/sample_report_input.ts";

/** From a phone to 4K; both colour schemes. */
const VIEWS: readonly View[] = [
  { width: 360, height: 740, colorScheme: "light" },
  { width: 360, height: 740, colorScheme: "dark" },
  { width: 1440, height: 900, colorScheme: "dark" },
  { width: 3840, height: 2160, colorScheme: "light" },
];

for (const names of ["schema", "hostile"] as const) {
  Deno.test(
    `the report opens from a file in a browser, with ${names} names`,
    { ignore: NO_CHROMIUM },
    async () => {
      const folder = await Deno.makeTempDir();
      try {
        const file = join(folder, "report.html");
        const document = await buildDocument(sampleReportInput({ names }));
        await Deno.writeTextFile(file, toHtml(document));
        const seen = await lookAtPage(file, VIEWS);
        assert.equal(seen.length, VIEWS.length);
        for (const [index, view] of VIEWS.entries()) {
          check(seen[index]!, view, pathToFileURL(file).href);
        }
      } finally {
        await Deno.remove(folder, { recursive: true });
      }
    },
  );
}

function check(
  seen: Seen,
  { width, colorScheme }: View,
  address: string,
): void {
  assert.deepEqual(seen.requests, [address]);
  assert.deepEqual(seen.complaints, []);
  assert.ok(seen.overflow <= 0, `${seen.overflow} px wider than ${width}`);
  const [dark, bright] = colorScheme === "dark"
    ? [seen.ground, seen.ink]
    : [seen.ink, seen.ground];
  assert.ok(lightness(bright) - lightness(dark) > 150, `${dark} on ${bright}`);
  assert.equal(seen.chartInk, seen.ink, "charts take the page's ink");
  assert.match(seen.told ?? "", /^2026-03-01 .* UTC\n.*× threshold$/s);
}

/** Mean of red, green and blue, 0 to 255, of a colour as the browser writes it. */
function lightness(color: string): number {
  const [red = 0, green = 0, blue = 0] = color.match(/\d+/g)?.map(Number) ?? [];
  return (red + green + blue) / 3;
}

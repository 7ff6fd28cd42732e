import assert from "node:assert/strict";
import { buildDocument } from "@lib/report/build_document.ts";
import { toHtml } from "@lib/report/html/to_html.ts";
import { NO_CHROMIUM, type View } from "../support/browser.ts";
import { assertPicture, TOLERANCE } from "../support/golden_picture.ts";
import { type Picture, takePictures } from "../support/page_pictures.ts";
import { pictureDifference } from "../support/picture_difference.ts";
import { sampleReportInput } from "../support/sample_report_input.ts";

const DESK: View = { width: 1200, height: 900, colorScheme: "light" };
const PHONE: View = { width: 390, height: 800, colorScheme: "light" };

/** Every kind of chart, and some on other screens. */
const PICTURES: readonly Picture[] = [
  { name: "score", selector: "#figure-score", view: DESK },
  { name: "trend", selector: "#figure-trend-1", view: DESK },
  {
    name: "actual-expected",
    selector: "#figure-incident-1-actual-expected",
    view: DESK,
  },
  {
    name: "contributions",
    selector: "#figure-incident-1-contributions",
    view: DESK,
  },
  { name: "heatmap", selector: "#figure-incident-1-heatmap", view: DESK },
  {
    name: "actual-expected-dark",
    selector: "#figure-incident-1-actual-expected",
    view: { ...DESK, colorScheme: "dark" },
  },
  { name: "score-phone", selector: "#figure-score", view: PHONE },
  {
    name: "trend-print",
    selector: "#figure-trend-1",
    view: DESK,
    media: "print",
  },
];

/** What a chart may lose without anybody noticing, and the chart. */
const LOSSES = [
  { part: "score", name: "score" },
  { part: "measured", name: "trend" },
  { part: "expected", name: "trend" },
  { part: "measured", name: "actual-expected" },
  { part: "expected", name: "actual-expected" },
];

const page = async () => toHtml(await buildDocument(sampleReportInput()));

Deno.test(
  "the report's charts look as they looked before",
  { ignore: NO_CHROMIUM },
  async (t) => {
    const pictures = await takePictures(await page(), PICTURES);
    assert.equal(pictures.size, PICTURES.length);
    for (const [name, png] of pictures) {
      await t.step(name, () => assertPicture(name, png));
    }
  },
);

Deno.test(
  "a picture of a part does not tell what stands above it",
  { ignore: NO_CHROMIUM },
  async () => {
    const html = await page();
    const [before, after] = await Promise.all(
      [html, html.replace("<h1", '<div style="height: 10.4px"></div><h1')]
        .map((html) => takePictures(html, PICTURES.slice(1, 2))),
    );
    const { share } = pictureDifference(
      before!.get("trend")!,
      after!.get("trend")!,
    );
    assert.ok(share < TOLERANCE / 10, `${share}`);
  },
);

Deno.test(
  "a lost series is far more than pictures may differ",
  { ignore: NO_CHROMIUM },
  async (t) => {
    const html = await page();
    const whole = await takePictures(html, PICTURES);
    for (const part of new Set(LOSSES.map(({ part }) => part))) {
      const path = new RegExp(`<path [^>]*data-part="${part}"[^>]*>`, "g");
      const names = LOSSES.filter((loss) => loss.part === part)
        .map(({ name }) => name);
      const shown = PICTURES.filter(({ name }) => names.includes(name));
      const lost = await takePictures(html.replaceAll(path, ""), shown);
      for (const [name, png] of lost) {
        await t.step(`${name} without ${part}`, () => {
          const { sameSize, share } = pictureDifference(whole.get(name)!, png);
          assert.ok(sameSize && share > 3 * TOLERANCE, `${share}`);
        });
      }
    }
  },
);

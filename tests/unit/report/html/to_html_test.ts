import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { JSDOM } from "jsdom";
import { plainText } from "@lib/frame/plain_text.ts";
import { buildDocument } from "@lib/report/build_document.ts";
import { toHtml } from "@lib/report/html/to_html.ts";
import { PAGE_SCRIPT } from "@lib/report/page/page_bundle.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";

const report = await buildDocument(
  sampleReportInput({ names: "hostile", steps: 240, incidents: 2 }),
);
const hostile = toHtml(report);
const page: Document = new JSDOM(hostile).window.document;
/** The page without its one script, which names things that it makes itself. */
const shown = hostile.replace(`<script>${PAGE_SCRIPT}</script>`, "");

Deno.test("toHtml() lets the page load nothing", () => {
  const policy = page.querySelector("meta[http-equiv]")?.getAttribute(
    "content",
  );
  assert.match(policy ?? "", /^default-src 'none'; style-src 'unsafe-inline'/);
  assert.equal(page.querySelector("iframe, object, embed, form"), null);
  for (const element of page.querySelectorAll("[src], [href]")) {
    const target = element.getAttribute("href") ?? "";
    assert.match(target, /^(#[\w-]+|data:,)$/);
  }
});

Deno.test("toHtml() lets the page run the one script that it names", () => {
  const [data, script, ...others] = page.querySelectorAll("script");
  assert.deepEqual(others, []);
  assert.equal(data?.type, "application/json");
  assert.equal(script?.textContent, PAGE_SCRIPT);
  const hash = createHash("sha256").update(PAGE_SCRIPT).digest("base64");
  const policy = page.querySelector("meta[http-equiv]")?.getAttribute(
    "content",
  );
  assert.ok(policy?.includes(`; script-src 'sha256-${hash}';`), policy ?? "");
});

Deno.test("toHtml() tells the script what the report holds, hostile names too", () => {
  const text = page.querySelector("#report-data")?.textContent ?? "";
  assert.deepEqual(JSON.parse(text), report.data);
  assert.ok(report.data.incidents.length > 0);
  assert.doesNotMatch(text, /</);
});

Deno.test("toHtml() marks what is about an incident or a metric", () => {
  const marked = [...page.querySelectorAll("section[data-incident]")]
    .map((section) => [section.id, section.getAttribute("data-incident")]);
  assert.deepEqual(
    marked,
    report.data.incidents.map(({ section, id }) => [section, plainText(id)]),
  );
  const metrics = page.querySelectorAll("figure[data-metric]");
  const input = sampleReportInput({ names: "hostile", steps: 240 });
  assert.deepEqual(
    [...metrics].map((figure) => figure.getAttribute("data-metric")).sort(),
    input.table.metrics.map(({ name }) => plainText(name)).sort(),
  );
});

Deno.test("toHtml() makes no element and no handler out of hostile names", () => {
  assert.equal(page.querySelectorAll("style").length, 1);
  assert.equal(page.querySelector("img"), null);
  for (const element of page.querySelectorAll("*")) {
    for (const name of element.getAttributeNames()) {
      assert.ok(!name.startsWith("on"), name);
    }
  }
  const text = page.body.textContent ?? "";
  assert.ok(text.includes(`<script>alert("cpu")</script>`));
  assert.ok(text.includes(`"&'<img src=x onerror=alert(1)>`));
});

Deno.test("toHtml() gives unique ids, and every link leads to one", () => {
  const ids = [...page.querySelectorAll("[id]")].map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const link of page.querySelectorAll("a")) {
    const id = link.getAttribute("href")?.slice(1) ?? "";
    assert.ok(ids.includes(id), id);
  }
});

Deno.test("toHtml() has a language, a title, one h1 and no level left out", () => {
  assert.equal(page.documentElement.lang, "en");
  const heading = page.querySelector("h1")?.textContent ?? "";
  assert.equal(page.title, heading.replaceAll("\u00a0", " "));
  const levels = [...page.querySelectorAll("h1, h2, h3, h4")]
    .map(({ localName }) => Number(localName[1]));
  assert.equal(levels.filter((level) => level === 1).length, 1);
  for (const [index, level] of levels.slice(1).entries()) {
    assert.ok(level - levels[index]! <= 1);
  }
});

Deno.test("toHtml() uses nothing that is put together at reading time", () => {
  assert.doesNotMatch(shown, /url\(|@import|https?:\/\/(?!www\.w3\.org)/);
});

Deno.test("toHtml() keeps the tables behind the charts of a month small", async () => {
  const input = sampleReportInput({
    features: 22,
    steps: 43_200,
    incidents: 20,
  });
  const html = toHtml(await buildDocument(input));
  const tables = html.match(/<details class="data">.*?<\/details>/gs) ?? [];
  assert.ok(tables.length >= 62, String(tables.length));
  const size = tables.join("").length;
  assert.ok(size < 400_000, `${size} of ${html.length} characters`);
});

import assert from "node:assert/strict";
import { PDFDocument } from "pdf-lib";
import type { ReportDocument, Section } from "@lib/report/document.ts";
import { toPdf } from "@lib/report/pdf/to_pdf.ts";
import { NO_POPPLER, pdfText } from "../../../support/poppler.ts";

/** A report whose sections have these titles, and the same as text. */
function report(titles: readonly string[]): ReportDocument {
  const [first = ""] = titles;
  const sections = titles.map((title, i): Section => ({
    id: `section-${i}`,
    title,
    level: 2,
    blocks: [{ kind: "paragraph", text: title }],
  }));
  const data = {
    host: first,
    timeZone: null,
    intervalMs: 60_000,
    incidents: [],
  };
  const createdAt = new Date(0);
  return { title: first, subtitle: first, createdAt, data, sections };
}

Deno.test({
  name: "toPdf() takes hostile names for text",
  ignore: NO_POPPLER,
  async fn() {
    const names = [
      "<script>alert(1)</script>",
      `"&'`,
      "a) Tj (b",
      "\\u0000 \\)",
      "%%EOF",
      "endstream endobj",
    ];
    const text = await pdfText(await toPdf(report(names)));
    for (const name of names) assert.ok(text.includes(name), name);
  },
});

Deno.test({
  name: "toPdf() shows a box for what the font lacks, and keeps it as title",
  ignore: NO_POPPLER,
  async fn() {
    const pdf = await toPdf(report(["ホスト\u0000-01 🔥"]));
    const text = await pdfText(pdf);
    assert.ok(text.includes("□□□□-01 □"), text);
    // the viewer shows the title with fonts of its own
    const loaded = await PDFDocument.load(pdf);
    assert.equal(loaded.getTitle(), "ホスト□-01 🔥");
  },
});

Deno.test({
  name: "toPdf() sets Hebrew and Arabic so that they can be read and copied",
  ignore: NO_POPPLER,
  async fn() {
    const names = ["קצב כתיבה", "سرعة الكتابة"];
    const text = await pdfText(await toPdf(report(names)));
    for (const name of names) assert.ok(text.includes(name), text);
  },
});

Deno.test("toPdf() does not fail on any script", async () => {
  // a sample of each block of the basic plane, 64 characters apart
  const samples = Array.from(
    { length: 0x10000 / 64 },
    (_, i) => String.fromCharCode(i * 64, i * 64 + 1, i * 64 + 32),
  );
  const pdf = await toPdf(report(samples));
  assert.ok(pdf.length > 10_000);
});

import assert from "node:assert/strict";
import { fc } from "../support/fast_check.ts";
import { cleanText } from "@lib/report/pdf/clean_text.ts";
import { columnWidths } from "@lib/report/pdf/column_widths.ts";
import type { Strip } from "@lib/report/pdf/layout_item.ts";
import { paginate } from "@lib/report/pdf/paginate.ts";
import {
  invert,
  multiply,
  parseTransform,
} from "@lib/report/pdf/svg/matrix.ts";
import { toPdf } from "@lib/report/pdf/to_pdf.ts";
import { wrapText } from "@lib/report/pdf/wrap_text.ts";

const anyText = fc.string({ unit: "binary", maxLength: 60 });
const measure = (text: string) => [...text].length;

Deno.test("cleanText() leaves nothing but characters that the font has", () => {
  const has = (codePoint: number) => codePoint < 0x400 || codePoint === 0x25a1;
  fc.assert(fc.property(anyText, (text) => {
    const clean = cleanText(text, has);
    assert.ok([...clean].every((c) => has(c.codePointAt(0) ?? -1)));
    assert.doesNotMatch(clean, /\p{Cc}|^ | $| {2}/u);
    assert.equal(cleanText(clean, has), clean);
  }));
});

Deno.test("wrapText() fits every line and loses no character", () => {
  const word = fc.string({
    unit: fc.constantFrom(..."ab-/_."),
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(fc.property(
    fc.array(word, { maxLength: 12 }),
    fc.integer({ min: 1, max: 15 }),
    (words, width) => {
      const text = words.join(" ");
      const lines = wrapText(text, width, measure);
      assert.ok(lines.every((line) => measure(line) <= width));
      assert.equal(lines.join("").replaceAll(" ", ""), words.join(""));
    },
  ));
});

Deno.test("columnWidths() hands out the whole width, minimums first", () => {
  const amount = fc.double({ min: 1, max: 300, noNaN: true });
  const need = fc.tuple(
    amount,
    amount,
    fc.double({ min: 0.1, max: 9, noNaN: true }),
  )
    .map(([minimum, more, weight]) => ({
      minimum,
      natural: minimum + more,
      weight,
    }));
  fc.assert(
    fc.property(fc.array(need, { minLength: 1, maxLength: 12 }), (needs) => {
      const widths = columnWidths(needs, 500);
      const sum = widths.reduce((total, width) => total + width, 0);
      assert.ok(Math.abs(sum - 500) < 1e-6, `${sum}`);
      const fits = needs.reduce((total, { minimum }) =>
        total + minimum, 0) <= 500;
      if (fits) {
        needs.forEach((need, c) =>
          assert.ok((widths[c] ?? 0) >= need.minimum - 1e-9)
        );
      }
    }),
  );
});

Deno.test("paginate() places every strip once, in order, on the page", () => {
  const strip = fc.record({
    height: fc.integer({ min: 1, max: 90 }),
    gap: fc.integer({ min: 0, max: 20 }),
    keepWithNext: fc.boolean(),
  });
  fc.assert(fc.property(fc.array(strip, { maxLength: 40 }), (shapes) => {
    const strips = shapes.map((shape, index): Strip => ({
      ...shape,
      items: [{
        kind: "link",
        x: index,
        y: 0,
        width: 1,
        height: shape.height,
        section: "",
      }],
    }));
    const pages = paginate(strips, { top: 10, bottom: 110 });
    assert.deepEqual(pages.flat().map(({ x }) => x), strips.map((_, i) => i));
    for (const items of pages) {
      let end = 10;
      for (const item of items) {
        assert.ok(item.kind === "link" && item.y >= end);
        end = item.y + item.height;
        assert.ok(end <= 110);
      }
    }
  }));
});

Deno.test("invert() undoes what parseTransform() reads", () => {
  const number = fc.integer({ min: -50, max: 50 });
  fc.assert(fc.property(number, number, number, (x, y, angle) => {
    const matrix = parseTransform(
      `translate(${x},${y}) rotate(${angle}) scale(${Math.abs(y) + 1})`,
    );
    const inverse = invert(matrix);
    assert.ok(inverse);
    multiply(inverse, matrix).forEach((value, i) =>
      assert.ok(Math.abs(value - (i === 0 || i === 3 ? 1 : 0)) < 1e-9)
    );
  }));
});

Deno.test("toPdf() never fails on a text", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyText, { minLength: 1, maxLength: 30 }),
      async (texts) => {
        const text = texts.join(" ");
        await toPdf({
          title: text,
          subtitle: text,
          createdAt: new Date(0),
          data: {
            host: "a",
            timeZone: null,
            intervalMs: 60_000,
            incidents: [],
          },
          sections: [{
            id: "all",
            title: text,
            level: 2,
            blocks: [
              { kind: "note", text },
              { kind: "facts", items: [{ term: text, value: text }] },
              {
                kind: "table",
                caption: text,
                columns: texts.map((title) => ({ title, align: "right" })),
                rows: [texts, [text]],
              },
            ],
          }],
        });
      },
    ),
    { numRuns: 15 },
  );
});

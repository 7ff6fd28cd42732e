import assert from "node:assert/strict";
import type {
  Block,
  Figure,
  Lead,
  ReportDocument,
  Section,
} from "@lib/report/document.ts";
import type { Evidence } from "@lib/report/evidence/evidence.ts";
import { layoutDocument } from "@lib/report/pdf/layout_document.ts";
import { EVEN_FACES } from "../support/even_faces.ts";
import { fc } from "../support/fast_check.ts";
import { paperProblems } from "../support/paper_boxes.ts";

/** Words, names that no line holds, and what the font lacks. */
const word = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."aW.-_/"), minLength: 1, maxLength: 9 }),
  fc.constantFrom("x".repeat(400), "ホスト🔥", "קצב", "12 min"),
);
const text = (maxLength: number) =>
  fc.array(word, { minLength: 1, maxLength })
    .map((words) => words.join(" "));

const size = fc.tuple(
  fc.constantFrom(200, 424, 860),
  fc.integer({ min: 40, max: 3000 }),
).map(([width, height]) => `${width}x${height}`);

/** For paper: mostly so small that two stand in a row. */
const small = fc.constantFrom("424x150", "424x300", "424x90", "860x300");

const evidence: fc.Arbitrary<Evidence> = fc.record({
  window: fc.constantFrom("10", "11").map((hour) => ({
    start: `2026-01-01T${hour}:00:00Z`,
    end: `2026-01-01T${hour}:30:00Z`,
  })),
  intervalMs: fc.constant(60_000),
  inputs: fc.constantFrom([], [
    {
      ...{ role: "data", path: "data.csv", sha256: "ad6e".repeat(16) },
      bytes: 1,
    } as const,
  ]),
  model: fc.constant(null),
  parameters: fc.constant({}),
  command: fc.constant("deno task report"),
});

const figure: fc.Arbitrary<Figure> = fc.record({
  kind: fc.constant("figure" as const),
  id: fc.constant("f"),
  svg: size,
  caption: text(40),
  alt: fc.constant(""),
}).chain((one) =>
  fc.tuple(fc.option(small, { nil: undefined }), evidence).map((
    [paper, evidence],
  ) => ({ ...one, evidence, ...(paper ? { paper } : {}) }))
);

const table = fc.integer({ min: 1, max: 8 }).chain((count) =>
  fc.record({
    kind: fc.constant("table" as const),
    caption: text(20),
    columns: fc.array(
      fc.record({ title: text(3), align: fc.constantFrom("left", "right") }),
      { minLength: count, maxLength: count },
    ),
    rows: fc.array(
      fc.array(text(6), { minLength: count, maxLength: count }),
      { maxLength: 40 },
    ),
  })
);

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant("paragraph" as const), text: text(80) }),
  fc.record({ kind: fc.constant("note" as const), text: text(80) }),
  fc.record({
    kind: fc.constant("list" as const),
    items: fc.array(text(30), { minLength: 1, maxLength: 6 }),
  }),
  fc.record({
    kind: fc.constant("facts" as const),
    layout: fc.constantFrom("row" as const, "column" as const),
    items: fc.array(fc.record({ term: text(4), value: text(20) }), {
      minLength: 1,
      maxLength: 6,
    }),
  }),
  // often enough for two in a row
  { arbitrary: figure, weight: 3 },
  table,
);

const section = fc.record({
  title: text(6),
  level: fc.constantFrom(2 as const, 3 as const),
  isIncident: fc.boolean(),
  evidence,
  blocks: fc.array(block, { minLength: 1, maxLength: 7 }),
});

const lead: fc.Arbitrary<Lead> = fc.record({
  verdict: text(40),
  caution: fc.option(text(30)),
  warnings: fc.array(
    fc.record({ text: text(20), section: fc.constant("s0") }),
    {
      maxLength: 3,
    },
  ),
  figures: fc.array(
    fc.record({
      term: text(4),
      value: text(3),
      detail: text(9),
      section: fc.option(fc.constant("s1")),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});

const report: fc.Arbitrary<ReportDocument> = fc.record({
  title: text(12),
  subtitle: text(9),
  lead: fc.option(lead, { nil: undefined }),
  sections: fc.array(section, { minLength: 1, maxLength: 7 }),
}).map(({ title, subtitle, lead, sections }) => ({
  ...{ title, subtitle, createdAt: new Date(0) },
  data: { host: "a", timeZone: null, intervalMs: 60_000, incidents: [] },
  ...(lead ? { lead } : {}),
  sections: sections.map(({ isIncident, ...rest }, s): Section => ({
    ...rest,
    id: `s${s}`,
    ...(isIncident ? { incident: `i${s}` } : {}),
  })),
}));

/** A chart without marks, of the size that its text says. */
function draw(svg: string) {
  const [width = 0, height = 0] = svg.split("x").map(Number);
  return { width, height, marks: [] };
}

Deno.test("layoutDocument() keeps whatever it is given apart, and on the paper", () => {
  fc.assert(
    fc.property(report, (document) => {
      const pages = layoutDocument(document, { faces: EVEN_FACES, draw });
      assert.deepEqual(paperProblems(pages, EVEN_FACES), []);
      const figures = document.sections.flatMap(({ blocks }) =>
        blocks.filter(({ kind }) => kind === "figure")
      );
      const drawn = pages.flat().filter(({ kind }) => kind === "drawing");
      assert.equal(drawn.length, figures.length);
      const anchors = pages.flat().flatMap((item) =>
        item.kind === "anchor" ? [item.section] : []
      );
      assert.deepEqual(anchors, document.sections.map(({ id }) => id));
    }),
    { numRuns: 40 },
  );
});

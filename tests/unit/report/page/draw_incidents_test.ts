import assert from "node:assert/strict";
import { drawRange } from "@lib/chart/script/draw_range.ts";
import { chartAxis } from "@lib/chart/script/chart_axis.ts";
import { buildDocument } from "@lib/report/build_document.ts";
import { drawIncidents } from "@lib/report/page/draw_incidents.ts";
import { readSvg } from "../../../support/read_svg.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";

const { data, sections } = await buildDocument(
  sampleReportInput({ steps: 43_200, incidents: 60, labels: "none" }),
);
const svg = sections.flatMap(({ blocks }) => blocks)
  .flatMap((block) =>
    block.kind === "figure" && block.id === "trend-1" ? [block.svg] : []
  )[0] ?? "";

function drawn(range: readonly [number, number]) {
  const chart = readSvg(svg);
  drawRange(chart, {
    range,
    id: "zoom",
    drawDetail: (panel) => drawIncidents(panel, data),
  });
  const { valueAt } = chartAxis(chart);
  const shades = [...chart.querySelectorAll('[data-part="rect"] rect')].map(
    (rect) => {
      const x = Number(rect.getAttribute("x"));
      const width = Number(rect.getAttribute("width"));
      return [valueAt(x), valueAt(x + width)] as const;
    },
  );
  const numbers = [...chart.querySelectorAll('[font-weight="bold"] text')]
    .map(({ textContent }) => textContent);
  return { shades, numbers };
}

const HOUR = 3_600_000;
const spans = data.incidents.map(({ start, end }) =>
  [Date.parse(start), Date.parse(end) + data.intervalMs] as const
);

Deno.test("drawIncidents() shades an incident as long as it was, with its number", () => {
  const [whole] = [readSvg(svg)];
  const before = [...whole.querySelectorAll('[font-weight="bold"] text')];
  assert.ok(before.length < spans.length, "not all had room");
  const alone: string[] = [];
  for (const [i, [first, past]] of spans.entries()) {
    const { shades, numbers } = drawn([first - HOUR, past + HOUR]);
    const { number, kind } = data.incidents[i]!;
    const text = kind === "outage" ? `${number} (outage)` : `${number}`;
    // Where two are at one place, the first has the room.
    const isAlone = spans.every(([from, to], other) =>
      other === i || to < first - HOUR || from > past + HOUR
    );
    if (isAlone) {
      assert.deepEqual(numbers, [text]);
      alone.push(text);
    }
    const shade = shades.find(([from]) => Math.abs(from - first) < 30_000);
    assert.ok(shade && Math.abs(shade[1] - past) < 30_000, text);
  }
  assert.ok(alone.length > before.length, `${alone.length}`);
});

Deno.test("drawIncidents() shades and numbers as the chart itself does", () => {
  const chart = readSvg(svg);
  const look = () => ({
    shades: [...chart.querySelectorAll('[data-part="rect"] rect')].map((rect) =>
      ["x", "width"].map((name) => Math.round(Number(rect.getAttribute(name))))
        .concat(parseInt(rect.getAttribute("fill")?.slice(1) ?? "", 16))
    ),
    numbers: [...chart.querySelectorAll('[font-weight="bold"] text')]
      .map(({ textContent }) => textContent),
  });
  const before = look();
  drawIncidents(chart, data);
  assert.deepEqual(look(), before);
  assert.ok(before.shades.length > 9 && before.numbers.length > 9);
});

Deno.test("drawIncidents() leaves what has no incident without", () => {
  const [[, past] = [0, 0], [next] = [0]] = spans;
  const { shades, numbers } = drawn([past + 60_000, next - 60_000]);
  assert.deepEqual([shades, numbers], [[], []]);
});

Deno.test("drawIncidents() cuts an incident at the frame and keeps a short one visible", () => {
  const [first = 0, past = 0] = spans[0] ?? [];
  const inside = drawn([first + 60_000, past - 60_000]).shades;
  assert.equal(inside.length, 1);
  assert.ok(inside[0]![0] >= first + 59_000 && inside[0]![1] <= past - 59_000);
  const wide = drawn([first - 240 * HOUR, past + 240 * HOUR]);
  assert.ok(wide.shades.every(([from, to]) => to - from > HOUR / 2));
  assert.ok(wide.numbers.length > 3);
});

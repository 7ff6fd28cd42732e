import assert from "node:assert/strict";
import { toReportView } from "@lib/report/report_view.ts";
import { incidentFigures } from "@lib/report/sections/incident_figures.ts";
import { readSvg, svgTexts } from "../../../support/read_svg.ts";
import { sampleReportInput } from "../../../support/sample_report_input.ts";

const view = toReportView(sampleReportInput());
const third = view.incidents[2]!;

Deno.test("incidentFigures() shows the causes with their units", async () => {
  const [, actual] = await incidentFigures(view, third);
  const texts = svgTexts(actual!.svg);
  for (
    const name of [
      "sys-mem-available, GiB",
      "disk-bytes-written, MiB/s",
      "sys-fork-rate, /s",
    ]
  ) assert.ok(texts.includes(name), texts.join("|"));
});

Deno.test("incidentFigures() starts twice the incident's length before it", async () => {
  const [, actual] = await incidentFigures(view, third);
  // 13:58 less 2 × 20 min
  assert.ok(svgTexts(actual!.svg).includes("13:20 Mar 1"));
});

Deno.test("incidentFigures() shows every feature's error, contributors first", async () => {
  const [, , heatmap] = await incidentFigures(view, third);
  const names = svgTexts(heatmap!.svg).slice(0, 7);
  assert.equal(names[0], "sys-mem-available");
  assert.equal(new Set(names).size, 7);
});

Deno.test("incidentFigures() of an incident at the very start fits into the data", async () => {
  const incident = {
    ...third.incident,
    start: "2026-03-01T06:30:00Z",
    end: "2026-03-01T06:40:00Z",
  };
  const input = { ...view.input, incidents: [incident] };
  const early = toReportView(input);
  const figures = await incidentFigures(early, early.incidents[0]!);
  for (const { svg } of figures) assert.ok(!svg.includes("NaN"));
});

Deno.test("incidentFigures() names each figure and says what it shows", async () => {
  const figures = await incidentFigures(view, third);
  assert.deepEqual(figures.map(({ id }) => id), [
    "incident-3-contributions",
    "incident-3-actual-expected",
    "incident-3-heatmap",
  ]);
  assert.equal(
    figures[0]!.alt,
    "Contributions to incident #3: sys-mem-available 73 %, disk-bytes-written 18 % and sys-fork-rate 8.3 %",
  );
});

Deno.test("incidentFigures() counts before a bar the members for whose names there is no room", async () => {
  const { incident } = third;
  const contributions = incident.contributions.map((one, i) => ({
    ...one,
    feature: `metric-with-a-long-name-${i}`,
    group: "metric-with-a-long-name-0",
    isCause: true,
  }));
  const [shares] = await incidentFigures(view, {
    ...third,
    incident: { ...incident, contributions },
  });
  const more = contributions.length - 1;
  assert.ok(
    svgTexts(shares.svg).includes(
      `● metric-with-a-long-name-0 (with ${more} more)`,
    ),
    svgTexts(shares.svg).join("|"),
  );
});

Deno.test("incidentFigures() leaves quiet metrics out of the heatmap, says so, and has them in its table", async () => {
  const input = sampleReportInput({ features: 30 });
  const quiet = input.errors.map((error, index) =>
    index % 30 < 7 ? error : Math.min(error, 0.4)
  );
  const wide = toReportView({ ...input, errors: quiet });
  const [, , heatmap] = await incidentFigures(wide, wide.incidents[2]!);
  const rows = svgTexts(heatmap.svg).filter((text) => /-/.test(text)).length;
  assert.ok(rows >= 6 && rows <= 16, String(rows));
  const [, left] = /Left out: further metrics inside their bands \((\d+)\)/
    .exec(heatmap.caption) ?? [];
  assert.ok(Number(left) >= 14, heatmap.caption);
  assert.equal(heatmap.table?.rows.length, 30);
});

Deno.test("incidentFigures() has each row of the heatmap in its table, those first", async () => {
  const features = 40;
  const input = sampleReportInput({ features });
  // The last of 40 is as far outside as any, the 32 before them are quiet.
  const errors = input.errors.map((_, index) =>
    index % features < 32 ? 0.1 : 3
  );
  const wide = toReportView({ ...input, errors });
  const [, , heatmap] = await incidentFigures(wide, wide.incidents[2]!);
  const drawn = svgTexts(heatmap.svg);
  const rows = heatmap.table!.rows.map(([name]) => String(name));
  assert.equal(rows.length, 30);
  const names = input.table.metrics.map(({ name }) => name);
  const shown = names.filter((name) => drawn.includes(name));
  assert.ok(shown.length >= 12, shown.join());
  assert.deepEqual(rows.slice(0, shown.length).sort(), shown.sort());
});

Deno.test("incidentFigures() has a table behind each chart but the shares, whose table stands below", async () => {
  const figures = await incidentFigures(view, third);
  assert.deepEqual(figures.map(({ table }) => table !== undefined), [
    false,
    true,
    true,
  ]);
});

Deno.test("incidentFigures() draws one of what moves together before any second one", async () => {
  const { incident } = third;
  const [first, second] = incident.contributions;
  const contributions = incident.contributions.map((one) => ({
    ...one,
    isCause: one === first || one === second,
    group: one === first || one === second ? first!.feature : null,
  }));
  const [shares, actual] = await incidentFigures(view, {
    ...third,
    incident: { ...incident, contributions },
  });
  const texts = svgTexts(actual!.svg).join("|");
  assert.ok(texts.includes(`${first!.feature}, `), texts);
  assert.ok(!texts.includes(`${second!.feature}, `), texts);
  assert.ok(
    svgTexts(shares!.svg)
      .includes(`● ${first!.feature} (with ${second!.feature})`),
  );
  assert.match(shares!.caption, /Metrics that move together share a bar/);
});

Deno.test("incidentFigures() rings each step that its numbers have outside the band, and no other", async () => {
  const [, actual] = await incidentFigures(view, third);
  assert.match(actual.caption, /Rings: steps outside the band\. The/);
  const { columns, rows } = actual.data!();
  const [first, last] = [rows[0]![0], rows.at(-1)![0]].map((time) =>
    Date.parse(String(time))
  );
  const panels = [...readSvg(actual.svg).querySelectorAll("[data-metric]")];
  assert.equal(panels.length, 3);
  for (const panel of panels) {
    const name = panel.getAttribute("data-metric")!;
    const of = (what: string) =>
      columns.findIndex((title) => title.startsWith(`${name} ${what}`));
    const [measured, low, high] = ["measured", "band low", "band high"].map(of);
    const outside = rows.filter((row) =>
      Number(row[measured!]) > Number(row[high!]) ||
      Number(row[measured!]) < Number(row[low!])
    ).map(([time]) => Date.parse(String(time)));
    assert.ok(outside.length > 8, name);
    const ringed = [...panel.querySelectorAll("circle")].map((ring) => {
      const along = (Number(ring.getAttribute("cx")) - 58) / (860 - 58 - 20);
      return Math.round((first! + along * (last! - first!)) / 60_000) * 60_000;
    });
    assert.deepEqual(ringed, outside, name);
  }
});

Deno.test("incidentFigures() says of a long incident that close rings are left out", async () => {
  const long = { ...third, range: { start: 200, end: 300 } };
  const [, actual] = await incidentFigures(view, long);
  assert.match(actual.caption, /of a close row the first, the furthest/);
});

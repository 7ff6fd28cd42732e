import assert from "node:assert/strict";
import { HEATMAP_BINS } from "@lib/chart/heatmap_chart.ts";
import { isoTime } from "@lib/frame/iso_time.ts";
import type { DataCell, FigureData } from "@lib/report/document.ts";
import { coverageData } from "@lib/report/figures/data/coverage_data.ts";
import { heatmapData } from "@lib/report/figures/data/heatmap_data.ts";
import { scoreData } from "@lib/report/figures/data/score_data.ts";
import { seriesData } from "@lib/report/figures/data/series_data.ts";
import { MOST_STEPS } from "@lib/report/figures/data/shown_steps.ts";
import { toReportView } from "@lib/report/report_view.ts";
import { sampleReportInput } from "../../../../support/sample_report_input.ts";

// Longer than all of its steps can be given.
const input = sampleReportInput({ steps: 3 * MOST_STEPS, features: 3 });
const view = toReportView(input);
const { table } = input;

function columnOf({ columns, rows }: FigureData, title: string): DataCell[] {
  const at = columns.indexOf(title);
  assert.ok(at >= 0, title);
  return rows.map((cells) => cells[at]!);
}

Deno.test("data of very many steps keeps the extremes, and errors their largest", () => {
  const [first] = view.series;
  const whole = { start: 0, end: table.steps };
  const data = seriesData(view, [first!], { range: whole, names: "left out" });
  assert.ok(data.rows.length > 800 && data.rows.length < MOST_STEPS);
  const [, measured] = data.columns;
  const kept = columnOf(data, measured!).map(Number)
    .filter((value) => !Number.isNaN(value));
  const all = first!.values.filter((value) => !Number.isNaN(value));
  assert.deepEqual(extremes(kept), extremes([...all]));
  const scores = columnOf(
    scoreData(view),
    "score (multiples of the threshold)",
  );
  assert.ok(scores.length > 800 && scores.length < MOST_STEPS);
  assert.deepEqual(
    extremes(scores.map(Number).filter((score) => !Number.isNaN(score))),
    extremes([...input.score].filter((score) => !Number.isNaN(score))),
  );
  // An incident that lasted as long.
  const errors = new Float32Array(table.steps).fill(0.5);
  errors[7777] = 9;
  const [one] = view.series;
  const series = { ...one!, expected: { ...one!.expected!, errors } };
  const tiles = heatmapData(view, [series], whole);
  assert.equal(tiles.rows.length, HEATMAP_BINS);
  assert.deepEqual(
    tiles.rows.filter(([, error]) => error === 9).length,
    1,
  );
});

Deno.test("coverage that changes with every step is given as it is drawn", () => {
  const steps = 2 * MOST_STEPS;
  const values = Float32Array.from(
    { length: steps },
    (_, t) => t % 2 ? 1 : NaN,
  );
  const { rows } = coverageData({
    ...{ startMs: 0, intervalMs: 1000, steps, values },
    metrics: table.metrics.slice(0, 1),
    imputed: new Uint8Array(steps),
  });
  assert.deepEqual(rows, [[
    table.metrics[0]!.name,
    "no value",
    "1970-01-01T00:00:00Z",
    isoTime((steps - 1) * 1000),
    steps,
  ]]);
});

function extremes(values: readonly number[]): [number, number] {
  return values.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  );
}

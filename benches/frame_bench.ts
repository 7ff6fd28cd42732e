/** Windows, scaler and regular grid over a month of minutes. */
import { clampInput } from "../lib/detect/distance.ts";
import { regularGrid } from "../lib/frame/regular_grid.ts";
import { fitMinMax, scale } from "../lib/frame/scaler.ts";
import { windowEnds } from "../lib/frame/windows.ts";
import { gatherWindows } from "../lib/model/windows.ts";
import { rawMonth } from "./measure/raw_month.ts";

const raw = rawMonth();
const table = regularGrid(raw);
const range = { start: 0, end: table.steps };
const scaler = fitMinMax(table, [range]);
const values = scale(table, scaler);
const length = 10;
const ends = windowEnds(table, range, length);
const features = table.metrics.length;
const batch = Int32Array.from({ length: 64 }, (_, w) => 599 * w);

Deno.bench("regularGrid(), 43,200 × 22", () => {
  regularGrid(raw);
});

Deno.bench("fitMinMax(), 43,200 × 22", () => {
  fitMinMax(table, [range]);
});

Deno.bench("scale(), 43,200 × 22", () => {
  scale(table, scaler);
});

Deno.bench("clampInput(), 43,200 × 22", () => {
  clampInput(values);
});

Deno.bench("windowEnds(), 43,200 × 22", () => {
  windowEnds(table, range, length);
});

Deno.bench("gatherWindows(), 64 of 10 × 22", () => {
  gatherWindows({ values, features, length, ends }, batch);
});

/** Scoring a month of minutes: the network on all cores, then what follows it. */
import { networkInput } from "../lib/detect/distance.ts";
import { scoreSteps } from "../lib/detect/score.ts";
import { regularGrid } from "../lib/frame/regular_grid.ts";
import { fitMinMax } from "../lib/frame/scaler.ts";
import { windowEnds } from "../lib/frame/windows.ts";
import { openEngine } from "../lib/model/open_engine.ts";
import { trainOptions } from "../lib/pipeline/training/train_options.ts";
import { rawMonth } from "./measure/raw_month.ts";

const table = regularGrid(rawMonth());
const range = { start: 0, end: table.steps };
const features = table.metrics.length;
const length = 10;
const windows = {
  values: networkInput(table, fitMinMax(table, [range])),
  features,
  length,
  ends: windowEnds(table, range, length),
};
const few = { ...windows, ends: windows.ends.slice(0, 64) };
const engine = await openEngine("auto");
const { bytes } = await engine.train(
  { fit: few, stop: few },
  trainOptions({ hidden: 64, epochs: 1, seed: 1 }, few.ends.length),
);
const network = await engine.load(bytes);
const distance = await network.reconstructLast(windows);
const scales = Array(features).fill(0.1);

Deno.bench("reconstructLast(), 43,191 windows of 10 × 22", async () => {
  await network.reconstructLast(windows);
});

Deno.bench("reconstructLast(), 64 windows of 10 × 22", async () => {
  await network.reconstructLast(few);
});

Deno.bench("scoreSteps(), 43,191 × 22", () => {
  scoreSteps({
    distance,
    scales,
    meanSquares: Array(features).fill(0),
    halfLifeSteps: 3,
    dampingHalfLifeSteps: 1440,
  });
});

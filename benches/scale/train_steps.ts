/**
 * Learns from a table as the task train does, for a fixed number of gradient steps
 * with windows from all over it: `FILE WINDOW STEPS`.
 */
import { networkInput } from "../../lib/detect/distance.ts";
import { windowEndsIn } from "../../lib/frame/windows.ts";
import { openEngine } from "../../lib/model/open_engine.ts";
import { trainingData } from "../../lib/pipeline/training/read_training.ts";
import { trainOptions } from "../../lib/pipeline/training/train_options.ts";
import { readTable } from "../../lib/source/read_table.ts";

const [file = "", length, steps] = Deno.args;
const window = Number(length);
const { table, parts, scaler } = trainingData(await readTable([file]), window);
const values = networkInput(table, scaler);
const features = table.metrics.length;
const options = {
  ...trainOptions({ hidden: 64, epochs: 1, seed: 1 }, 1),
  patience: 1,
};
const fit = windowEndsIn(table, parts.fit, window);
const count = options.batchSize * Number(steps);
// So many, however many there are.
const ends = Int32Array.from(
  { length: count },
  (_, w) => fit[Math.floor(w * fit.length / count)] ?? 0,
);
const engine = await openEngine("auto");
const { losses } = await engine.train({
  fit: { values, features, length: window, ends },
  stop: { values, features, length: window, ends: ends.slice(0, 64) },
}, options);
// deno-lint-ignore no-console -- so that it is seen to have learned
console.log(losses);

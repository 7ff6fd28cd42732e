/**
 * Writes real scores for the measures' known answers, as float32: those of
 * whenwhy's own detector (seed 1) and of a peer on a machine each.
 *
 *     deno run -A tests/testdata/measure/make_scores.ts ASD omi-2 default
 *     deno run -A tests/testdata/measure/make_scores.ts SMD machine-1-4 robz2-ewma
 *
 * with the folders of `M.train.parquet`, `M.test.parquet` and `M.causes.csv`. Then
 * `make_expected.py`, which says how to run it.
 */
import { machineOf } from "@lib/benchmark/machine.ts";
import { RECIPE_NAMES } from "@lib/benchmark/recipe_names.ts";
import { RECIPES } from "@lib/benchmark/recipes.ts";
import { openEngine } from "@lib/model/open_engine.ts";
import { fromRoot } from "@lib/pipeline/base/paths.ts";
import { listMachines } from "@lib/source/labelled/list_machines.ts";
import { readMachine } from "@lib/source/labelled/read_machine.ts";

const [dir = "", name = "", wanted] = Deno.args;
const recipe = RECIPE_NAMES.find((one) => one === wanted) ?? "default";
const machine = machineOf(await readMachine(await listMachines(dir), name));
const { score } = await RECIPES[recipe].judge(machine, {
  seed: 1,
  engine: await openEngine("auto"),
  onProgress: () => {},
});
const place = fromRoot(`tests/testdata/measure/${name}.${recipe}`);
const bytes = new Uint8Array(Float32Array.from(score).buffer);
await Deno.writeFile(`${place}.f32`, bytes);
const { events, period } = machine;
const facts = {
  events: events.map(({ start, end }) => [start, end]),
  period,
};
await Deno.writeTextFile(`${place}.json`, JSON.stringify(facts) + "\n");

/**
 * Measures how time and memory grow with rows, features and window, one at a
 * time; each figure is of a process of its own.
 *
 * `deno task bench:scale [--max-rows N] [--out FILE.json]`
 */
import { benchFlags } from "./measure/bench_flags.ts";
import { OUT } from "./measure/bench_task.ts";
import { runMeasured } from "./measure/run_measured.ts";
import { machine } from "./measure/machine.ts";
import { type ScalePoint, scalePoints } from "./scale/axes.ts";
import { type ScaleResult, scaleTable } from "./scale/scale_table.ts";

/** Gradient steps of each training. */
const STEPS = 300;

/** Rows that are enough to learn a model to score with. */
const LESSON_ROWS = 3000;

/** With fewer no table would be measured at all. */
const LEAST_ROWS = 10_000;

const FOLDER = ".cache/scale";

const flags = benchFlags({
  task: "bench:scale",
  about: "Measures how time and memory grow with rows, features and window.",
  numbers: {
    "max-rows": {
      about: "leaves out tables of more rows",
      default: 1e7,
      least: LEAST_ROWS,
      most: Number.MAX_SAFE_INTEGER,
    },
  },
  texts: { out: OUT },
});
Deno.chdir(new URL("..", import.meta.url));
say(machine());
say(`${STEPS} gradient steps; scoring is deno task evaluate with its start`);
await Deno.mkdir(FOLDER, { recursive: true });
const results: ScaleResult[] = [];
for (const point of scalePoints(flags["max-rows"])) {
  const { axis, rows, features, window } = point;
  const data = await tableOf(point);
  const model = await modelOf(point);
  const script = ["run", "-q", "-A", "benches/scale/train_steps.ts"];
  const train = await runMeasured(
    [Deno.execPath(), ...script, data, `${window}`, `${STEPS}`],
  );
  const score = await runMeasured([
    ...[Deno.execPath(), "task", "-q", "evaluate", "--quiet"],
    ...["--model", model, "--data", data, "--out", `${FOLDER}/run`],
  ]);
  results.push({ axis, rows, features, window, train, score });
  say(JSON.stringify(results.at(-1)));
  await Deno.remove(data);
  await Deno.remove(`data/models/${model}`, { recursive: true });
}
scaleTable(results).forEach(say);
if (flags.out !== undefined) {
  await Deno.writeTextFile(flags.out, `${JSON.stringify(results, null, 2)}\n`);
}

/** The table of a point, written by a process that takes its memory with it. */
async function tableOf(
  { rows, features }: Pick<ScalePoint, "rows" | "features">,
): Promise<string> {
  const file = `${FOLDER}/${rows}-${features}.parquet`;
  const script = ["run", "-q", "-A", "benches/scale/write_table.ts"];
  const sizes = [`${rows}`, `${features}`];
  await runMeasured([Deno.execPath(), ...script, file, ...sizes]);
  return file;
}

/** A model for the tables of a point; what it has learned does not matter. */
async function modelOf({ features, window }: ScalePoint): Promise<string> {
  const name = `bench-scale-${features}-${window}`;
  const lesson = await tableOf({ rows: LESSON_ROWS, features });
  await runMeasured([
    ...[Deno.execPath(), "task", "-q", "train", "--quiet", "--epochs", "1"],
    ...["--train", lesson, "--name", name, "--window", `${window}`],
  ]);
  await Deno.remove(lesson);
  return name;
}

function say(line: string): void {
  // deno-lint-ignore no-console
  console.log(line);
}

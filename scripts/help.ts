import type { ParamName } from "@lib/pipeline/params.ts";
import type { Task } from "./task.ts";

/** A flag: a parameter, or one that every task takes. */
type Flag = ParamName | "params" | "quiet" | "json" | "help";

const FLAGS: Readonly<Record<Flag, readonly [value: string, about: string]>> = {
  data: [
    "FILE…",
    "CSV or Parquet tables to score (default: the bundled sample)",
  ],
  train: [
    "FILE…",
    "tables of normal time to learn from (default: the first 70 % of --data)",
  ],
  model: ["NAME|DIR", "use this saved model as it is"],
  labels: [
    "FILE",
    "known incidents (start,end,features,note) to measure against",
  ],
  out: ["DIR", "where the run is written (default: reports/<run>)"],
  name: [
    "NAME",
    "name of the model that is trained (default: the host's name)",
  ],
  engine: ["E", "auto, tfjs-node or wasm (default: auto)"],
  window: ["N", "steps that the network sees at once (default: 10)"],
  hidden: ["N", "units of each LSTM (default: 64)"],
  epochs: ["N", "passes over the training data at most (default: by its size)"],
  seed: ["N", "seed of the network (default: 1)"],
  "alarm-budget": [
    "B",
    "alarms you are ready to look at, N/day or N/week (default: 1/day)",
  ],
  start: ["TIME", "time of the first row, where times are seconds since it"],
  params: ["FILE", "JSON with the same names as these flags"],
  quiet: ["", "only the result's last line"],
  json: ["", "the result as JSON on stdout"],
  help: ["", "this text"],
};

/**
 * Writes a task's `--help`.
 *
 * @param task The task.
 * @returns Lines for a terminal of 80 columns or more.
 */
export function helpText({ name, about, params }: Task): string {
  const shown = [...params, "params", "quiet", "json", "help"] as const;
  const lines = shown.map((flag) => {
    const [value, what] = FLAGS[flag];
    return `  ${`--${flag} ${value}`.padEnd(20)} ${what}`;
  });
  return [about, "", `Usage: deno task ${name} [flags]`, "", ...lines].join(
    "\n",
  );
}

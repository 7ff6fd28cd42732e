import { DEFAULT_RECIPE, RECIPE_ABOUT } from "../lib/benchmark/recipe_names.ts";
import { ENGINE_CHOICES } from "../lib/model/engine.ts";
import type { Task } from "./task.ts";
import type { TaskParam } from "./task_params.ts";

/** A flag: a parameter, or one that every task takes. */
type Flag = TaskParam | "params" | "quiet" | "json" | "help";

const FLAGS: Readonly<Record<Flag, readonly [value: string, about: string]>> = {
  data: [
    "FILE…",
    "tables to score, or prometheus:http://HOST:PORT (default: the bundled sample)",
  ],
  train: [
    "FILE…",
    "tables of normal time to learn from (default: the first 70 % of --data)",
  ],
  model: [
    "NAME|DIR",
    "use this saved model as it is (one version of it: NAME@VERSION), for all hosts",
  ],
  labels: [
    "FILE",
    "known incidents (start,end,features,mark,host,note) to measure against",
  ],
  exclude: [
    "FILE",
    "labels whose incidents and maintenance are not learned from",
  ],
  "keep-all": [
    "",
    "learn from grossly abnormal time too, which is left out unless told",
  ],
  earlier: [
    "DIR…",
    "earlier runs of the host, to look for incidents like these (default: reports)",
  ],
  out: [
    "DIR",
    "where the run is written (default: reports/<run>)",
  ],
  name: [
    "NAME",
    "name of the model that is trained (default: each host's name)",
  ],
  engine: [
    "E",
    `${ENGINE_CHOICES.join(", ")} (default: auto, which is simd)`,
  ],
  threads: ["N", "threads, which only simd takes (default: all cores)"],
  window: ["N", "steps that the network sees at once (default: 10)"],
  hidden: ["N", "units of each LSTM (default: 64)"],
  epochs: ["N", "passes over the training data at most (default: by its size)"],
  seed: ["N", "seed of the network (default: 1)"],
  "alarm-budget": [
    "B",
    "alarms you are ready to look at, N/day or N/week (default: 1/day)",
  ],
  "half-life": [
    "T",
    "half-life of smoothing over time, such as 2m (default: three steps)",
  ],
  "merge-gap": [
    "T",
    "alarms at most this far apart are one (default: 15 steps, up to 30m)",
  ],
  "min-duration": [
    "T",
    "how long alarms must last without a pause (default: one step)",
  ],
  start: ["TIME", "time of the first row, where times are seconds since it"],
  host: [
    "NAME",
    "the one host to look at, where a table has several (default: all)",
  ],
  metric: [
    "NAME…",
    "columns to learn from; * stands for any text (default: all)",
  ],
  counter: [
    "NAME…",
    "columns that are raw counters, * for any text: made into rates",
  ],
  "decimal-comma": ["", "numbers in CSV are written 1,5"],
  from: ["TIME", "use the data from this time on (without a zone: UTC)"],
  to: ["TIME", "and before this time"],
  "time-zone": ["ZONE", "show local time too, such as Europe/Berlin"],
  limit: [
    "NAME=VALUE…",
    "where a column has nothing left, in its unit: disk-used=100; NAME=none: nowhere",
  ],
  incident: [
    "ID",
    "tell of this incident alone, by its id in incidents.json (default: all)",
  ],
  instance: ["NAME", "with prometheus: the server's instance label"],
  step: ["LENGTH", "with prometheus: the length of a step (default: 60s)"],
  query: ["NAME=Q…", "with prometheus: columns by PromQL of your own"],
  compare: [
    "",
    "look at --data with the version in use and the new one, and replace it only where the new one is as good",
  ],
  yes: ["", "with --compare: replace it in any case"],
  rollback: ["NAME", "train nothing, go back to the version used before"],
  use: ["NAME@VERSION", "train nothing, take this version into use"],
  dir: [
    "DIR",
    "labelled machines: M.train.parquet, M.test.parquet, M.causes.csv; or OmniAnomaly's ServerMachineDataset",
  ],
  machines: ["NAME…", "the machines to measure (default: all of them)"],
  seeds: ["N", "seeds that a network is trained with (default: 3)"],
  recipe: [
    "NAME…",
    `what to measure, the first beside the others (default: ${DEFAULT_RECIPE})`,
  ],
  peers: ["NAME…", "what it stands beside, or none (default: all peers)"],
  run: ["DIR…", "folders of runs, also without the flag"],
  inputs: [
    "DIR…",
    "where to look for inputs and models that are not where they were, by SHA-256",
  ],
  params: ["FILE", "JSON with the same names as these flags"],
  quiet: ["", "only the result's last line"],
  json: ["", "the result as JSON on stdout"],
  help: ["", "this text"],
};

/** What a flag is to one task, where it is not what it is to the others. */
const TASK_FLAGS: Readonly<Record<string, Partial<typeof FLAGS>>> = {
  train: {
    data: [
      "FILE…",
      "the same as --train; with --compare what both versions look at",
    ],
    labels: ["FILE", "with --compare: known incidents in --data"],
    earlier: [
      "DIR…",
      "with --compare and no labels: earlier runs (default: reports)",
    ],
    from: [
      "TIME",
      "use the data from this time on, with --compare of --data (without a zone: UTC)",
    ],
    train: [
      "FILE…",
      "tables of normal time to learn from, or prometheus:http://HOST:PORT (default: the bundled sample)",
    ],
    host: [
      "NAME",
      "the one host to learn, where a table has several (default: all)",
    ],
  },
  record: {
    data: ["URL", "the server, as prometheus:http://HOST:PORT"],
    instance: ["NAME", "the server's instance label (default: the only one)"],
    from: ["TIME", "record from this time on (without a zone: UTC)"],
    step: ["LENGTH", "the length of a step (default: 60s)"],
    query: ["NAME=Q…", "columns by PromQL of your own"],
    out: ["FILE", "the Parquet file that is written"],
  },
  models: {
    name: ["NAME", "the one model to tell all of, also without the flag"],
  },
  verify: {
    engine: [
      "E",
      `what computes the scores: ${ENGINE_CHOICES.join(", ")} (default: auto)`,
    ],
  },
  benchmark: {
    out: ["FILE", "the JSON file that is written (default: none)"],
  },
  stability: {
    host: ["NAME", "the host to look at, where a table has several"],
    seeds: ["N", "seeds that are trained: 1, 2 and so on (default: 5)"],
  },
  postmortem: {
    data: ["FILE…", "tables to score (default: the bundled sample)"],
    model: [
      "NAME|DIR",
      "use this saved model as it is (one version of it: NAME@VERSION)",
    ],
    out: ["DIR", "folder for the page (default: reports/postmortems)"],
    incident: ["ID", "the incident to tell of (default: the highest peak)"],
    host: ["NAME", "the host to look at, where a table has several"],
  },
};

/** What stands below a task's flags. */
const NOTES: Readonly<Record<string, readonly string[]>> = {
  benchmark: [
    "",
    "Recipes:",
    "",
    ...Object.entries(RECIPE_ABOUT).map(([name, what]) => flagLine(name, what)),
  ],
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
    const [value, what] = TASK_FLAGS[name]?.[flag] ?? FLAGS[flag];
    return flagLine(`--${flag} ${value}`, what);
  });
  const usage = `Usage: deno task ${name} [flags]`;
  return [about, "", usage, "", ...lines, ...NOTES[name] ?? []].join("\n");
}

function flagLine(name: string, what: string): string {
  return `  ${name.trim().padEnd(20)} ${what}`;
}

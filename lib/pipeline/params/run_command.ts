import { isoTime } from "../../frame/iso_time.ts";
import { durationText } from "./duration.ts";
import { limitTexts } from "./limits.ts";
import type { ParamName, Params } from "./params.ts";
import { fromRoot, shownPath } from "../base/paths.ts";
import { shellWord } from "../base/shell_word.ts";

/** What no run is told or changed by, what a notebook does not write, what record is told. */
type Unwritten =
  | "threads"
  | "out"
  | "instance"
  | "step"
  | "query";

/**
 * Writes the command line that makes a notebook's run again, so that its record
 * says more than "a notebook".
 *
 * @param task The task, such as `"report"`.
 * @param params The notebook's parameters.
 * @returns One line; only what was given stands in it, `threads` and `out` never,
 *   `incident` only of the task that tells of one.
 *
 * @example Usage
 * ```ts
 * import { parseParams } from "@lib/pipeline/params/params.ts";
 * import { runCommand } from "@lib/pipeline/params/run_command.ts";
 * import assert from "node:assert/strict";
 *
 * const params = parseParams({ model: "web", "alarm-budget": "1/week" });
 * assert.equal(
 *   runCommand("report", params),
 *   "deno task report --model web --alarm-budget 1/week",
 * );
 * ```
 */
export function runCommand(task: string, params: Params): string {
  const place = (paths: readonly string[] | null) =>
    (paths ?? []).map((path) => shownPath(fromRoot(path)));
  const time = (ms: number | null) => ms === null ? [] : [isoTime(ms)];
  const length = (ms: number | null) => ms === null ? [] : [durationText(ms)];
  const some = (value: string | number | null) =>
    value === null ? [] : [String(value)];
  // Of each name, so that a new parameter is not forgotten here.
  const values: Readonly<
    Record<Exclude<ParamName, Unwritten>, readonly string[]>
  > = {
    data: place(params.data),
    train: place(params.train),
    model: some(params.model),
    labels: place(params.labels === null ? null : [params.labels]),
    exclude: place(params.exclude === null ? null : [params.exclude]),
    "keep-all": [],
    earlier: place(params.earlier),
    name: some(params.name),
    engine: [params.engine],
    window: some(params.window),
    hidden: some(params.hidden),
    epochs: some(params.epochs),
    seed: some(params.seed),
    "alarm-budget": [params.alarmBudget.text],
    "half-life": length(params.halfLife),
    "merge-gap": length(params.mergeGap),
    "min-duration": length(params.minDuration),
    start: time(params.start),
    host: some(params.host),
    metric: params.metrics,
    counter: params.counters,
    "decimal-comma": [],
    from: time(params.from),
    to: time(params.to),
    "time-zone": some(params.timeZone),
    limit: limitTexts(params.limits),
    incident: some(params.incident),
  };
  const flags = Object.entries(values)
    .filter(([name]) => params.given.some((given) => given === name))
    .filter(([name]) => !isOff(name, params) && !isUntold(name, task))
    .flatMap(([name, texts]) => [`--${name}`, ...texts.map(shellWord)]);
  return ["deno task", task, ...flags].join(" ");
}

/** Whether a task does not know a flag that a notebook takes. */
function isUntold(name: string, task: string): boolean {
  return name === "incident" && task !== "report";
}

/** Whether a flag without a value was given as `false`. */
function isOff(name: string, { decimal, robust }: Params): boolean {
  return name === "decimal-comma" && decimal === "point" ||
    name === "keep-all" && robust === "on";
}

import {
  type AlarmBudget,
  parseAlarmBudget,
} from "../../detect/alarm_budget.ts";
import { InputError } from "../../errors.ts";
import type { StatedLimits } from "../../frame/metric_limit.ts";
import { ENGINE_CHOICES, type EngineChoice } from "../../model/engine.ts";
import { nearest } from "../base/nearest.ts";
import { duration } from "./duration.ts";
import { incidentId } from "./incident_param.ts";
import { limits } from "./limits.ts";
import { refuseContradictions } from "./refuse_contradictions.ts";
import {
  files,
  flag,
  instant,
  integer,
  modelName,
  names,
  oneOf,
  text,
  timeZone,
} from "./param_values.ts";

/** What a train, evaluate or report step is told; `null` where it decides itself. */
export interface Params {
  /** Files to score; `null`: the bundled sample. */
  readonly data: readonly string[] | null;
  /** Files to learn from; `null`: the first part of `data`, or the sample. */
  readonly train: readonly string[] | null;
  /**
   * A saved model by name, `NAME@VERSION` or folder, used as it is; `null`: train
   * where needed.
   */
  readonly model: string | null;
  /** A labels file; `null`: the table's `label` column, if it has one. */
  readonly labels: string | null;
  /** A labels file whose incidents and maintenance are not learned from. */
  readonly exclude: string | null;
  /** Whether gross anomalies are looked for in what is learned from, and left out. */
  readonly robust: "on" | "off";
  /** Folders of earlier runs, to look for similar incidents; `null`: `reports/`. */
  readonly earlier: readonly string[] | null;
  /** The run folder; `null`: `reports/<run>`. */
  readonly out: string | null;
  /** Name of the model that is trained; `null`: the host's name. */
  readonly name: string | null;
  /** What runs the network. */
  readonly engine: EngineChoice;
  /** Threads that the engine simd may use; `null`: all cores. */
  readonly threads: number | null;
  /** Steps a window. */
  readonly window: number;
  /** Units of each LSTM. */
  readonly hidden: number;
  /** Passes over the training windows at most; `null`: by their number. */
  readonly epochs: number | null;
  /** Seeds the network. */
  readonly seed: number;
  /** Alarms that a person is ready to look at. */
  readonly alarmBudget: AlarmBudget;
  /** Half-life of the score's smoothing, ms; `null`: three steps. */
  readonly halfLife: number | null;
  /** Alarms at most this far apart are one, ms; `null`: 15 steps. */
  readonly mergeGap: number | null;
  /** How long alarms must last without a pause, ms; `null`: one step. */
  readonly minDuration: number | null;
  /** Time of the first row where times are seconds since it, ms since 1970 UTC. */
  readonly start: number | null;
  /** The host to look at where files name several; `null`: all of them. */
  readonly host: string | null;
  /** Columns that are raw counters, to be turned into rates. */
  readonly counters: readonly string[];
  /** Columns to learn from, by name or pattern; none: all of them. */
  readonly metrics: readonly string[];
  /** How fractions are written in CSV. */
  readonly decimal: "point" | "comma";
  /** First instant of the data that is used, ms since 1970 UTC; `null`: all. */
  readonly from: number | null;
  /** First instant of the data that is not, ms since 1970 UTC; `null`: none. */
  readonly to: number | null;
  /** Values at which a column has nothing left; `null`: it has no such value. */
  readonly limits: StatedLimits;
  /** The zone whose local time stands beside UTC; `null`: none does. */
  readonly timeZone: string | null;
  /**
   * Id of the one incident that a report or a postmortem tells of; `null`: all, and
   * in a postmortem the worst.
   */
  readonly incident: string | null;
  /** The parameters that were given, by name as in flags and params files. */
  readonly given: readonly string[];
}

/** A parameter's name as in flags and params files. */
export type ParamName = keyof typeof FIELDS;

const FIELDS = {
  data: files,
  train: files,
  model: text,
  labels: text,
  exclude: text,
  "keep-all": flag,
  earlier: files,
  out: text,
  name: modelName,
  engine: (value: unknown) => oneOf(value, "engine", ENGINE_CHOICES),
  threads: (value: unknown) => integer(value, "threads", [1, 256]),
  window: (value: unknown) => integer(value, "window", [2, 512]),
  hidden: (value: unknown) => integer(value, "hidden", [1, 1024]),
  epochs: (value: unknown) => integer(value, "epochs", [1, 10_000]),
  seed: (value: unknown) => integer(value, "seed", [0, 2 ** 32 - 1]),
  "alarm-budget": (value: unknown) =>
    parseAlarmBudget(text(value, "alarm-budget")),
  "half-life": (value: unknown) => duration(value, "half-life"),
  "merge-gap": (value: unknown) => duration(value, "merge-gap"),
  "min-duration": (value: unknown) => duration(value, "min-duration"),
  start: instant,
  host: text,
  metric: names,
  counter: names,
  "decimal-comma": flag,
  from: instant,
  to: instant,
  "time-zone": timeZone,
  limit: limits,
  incident: incidentId,
  instance: text,
  step: text,
  query: names,
};

/** The parameters' names, in the order of `--help`. */
export const PARAM_NAMES = Object.keys(FIELDS) as readonly ParamName[];

/** Those that say what is scored and how: without what chooses what is shown of it. */
export const RUN_PARAM_NAMES: readonly ParamName[] = PARAM_NAMES
  .filter((name) => name !== "incident");

/**
 * Reads parameters from anything: parsed flags, a params file.
 *
 * @param input An object with the names of the flags, such as `alarm-budget`.
 * @returns Complete parameters, defaults filled in.
 * @throws {InputError} For an unknown name, a value that breaks its rule, or
 *   parameters that contradict one another.
 *
 * @example Usage
 * ```ts
 * import { parseParams } from "@lib/pipeline/params/params.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(parseParams({ window: 12 }).window, 12);
 * assert.throws(() => parseParams({ windw: 12 }), /windw/);
 * ```
 */
export function parseParams(input: unknown): Params {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    throw new InputError("use params", "they must be one JSON object", {
      got: input,
    });
  }
  const values = new Map(
    Object.entries(input).filter(([, value]) =>
      value !== null && value !== undefined
    ),
  );
  for (const name of values.keys()) {
    if (!Object.hasOwn(FIELDS, name)) {
      throw new InputError("use params", "every name must be known", {
        got: name,
        hint: nearest(name, PARAM_NAMES) ??
          `known are ${PARAM_NAMES.join(", ")}`,
      });
    }
  }
  const read = <N extends ParamName, D>(name: N, otherwise: D) =>
    values.has(name)
      ? FIELDS[name](values.get(name), name) as ReturnType<(typeof FIELDS)[N]>
      : otherwise;
  const params: Params = {
    data: read("data", null),
    train: read("train", null),
    model: read("model", null),
    labels: read("labels", null),
    exclude: read("exclude", null),
    robust: read("keep-all", false) ? "off" : "on",
    earlier: read("earlier", null),
    out: read("out", null),
    name: read("name", null),
    engine: read("engine", "auto"),
    threads: read("threads", null),
    window: read("window", 10),
    hidden: read("hidden", 64),
    epochs: read("epochs", null),
    seed: read("seed", 1),
    alarmBudget: read("alarm-budget", parseAlarmBudget("1/day")),
    halfLife: read("half-life", null),
    mergeGap: read("merge-gap", null),
    minDuration: read("min-duration", null),
    start: read("start", null),
    host: read("host", null),
    counters: read("counter", []),
    metrics: read("metric", []),
    decimal: read("decimal-comma", false) ? "comma" : "point",
    from: read("from", null),
    to: read("to", null),
    timeZone: read("time-zone", null),
    limits: read("limit", new Map()),
    incident: read("incident", null),
    given: [...values.keys()],
  };
  refuseContradictions(params);
  return params;
}

import {
  PARAM_NAMES,
  type ParamName,
  RUN_PARAM_NAMES,
} from "../lib/pipeline/params/params.ts";
import {
  BENCHMARK_PARAM_NAMES,
  type BenchmarkParamName,
} from "../lib/benchmark/benchmark_params.ts";
import {
  STABILITY_PARAM_NAMES,
  type StabilityParamName,
} from "../lib/benchmark/stability/stability_params.ts";
import { RECORD_PARAM_NAMES } from "../lib/pipeline/params/record_params.ts";
import {
  VERSION_PARAM_NAMES,
  type VersionParamName,
} from "../lib/pipeline/params/train_params.ts";
import {
  VERIFY_PARAM_NAMES,
  type VerifyParamName,
} from "../lib/pipeline/params/verify_params.ts";

/** A task that `scripts/launch.ts` starts. */
export type TaskName =
  | "train"
  | "evaluate"
  | "report"
  | "record"
  | "benchmark"
  | "stability"
  | "models"
  | "verify";

/** A parameter of some task, by the name of its flag. */
export type TaskParam =
  | ParamName
  | BenchmarkParamName
  | StabilityParamName
  | VersionParamName
  | VerifyParamName;

/** They ask `scripts/launch.ts` to record Prometheus before the task. */
const RECORDING: readonly ParamName[] = ["instance", "step", "query"];

/** The parameters that each task takes, in the order of `--help`. */
export const TASK_PARAMS: Readonly<Record<TaskName, readonly TaskParam[]>> = {
  train: [
    "data",
    "train",
    "exclude",
    "keep-all",
    "name",
    "engine",
    "threads",
    "window",
    "hidden",
    "epochs",
    "seed",
    "alarm-budget",
    "half-life",
    "merge-gap",
    "min-duration",
    "start",
    "host",
    "metric",
    "counter",
    "decimal-comma",
    "from",
    "to",
    "instance",
    "step",
    "query",
    ...VERSION_PARAM_NAMES,
    "labels",
    "earlier",
  ],
  evaluate: RUN_PARAM_NAMES,
  report: PARAM_NAMES,
  record: RECORD_PARAM_NAMES,
  benchmark: BENCHMARK_PARAM_NAMES,
  stability: STABILITY_PARAM_NAMES,
  models: ["name"],
  verify: VERIFY_PARAM_NAMES,
};

/** Those of `deno task postmortem`, which reads files only. */
export const POSTMORTEM_PARAMS: readonly ParamName[] = PARAM_NAMES
  .filter((name) => !RECORDING.includes(name));

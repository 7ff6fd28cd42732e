import { isoTime } from "../../frame/iso_time.ts";
import { type StepRange, stepTime } from "../../frame/metric_table.ts";
import type {
  ParameterOrigins,
  ReportInput,
  RunRecord,
} from "../report_input.ts";

/** Where a chart or the numbers of a section came from, and how they are made again. */
export interface Evidence {
  /**
   * First and last instant that is shown, both included, ISO 8601 UTC; without
   * earlier incidents that it is only compared with.
   */
  readonly window: { readonly start: string; readonly end: string };
  /** Milliseconds from one step to the next. */
  readonly intervalMs: number;
  /** The input files that it rests on, with their hashes. */
  readonly inputs: RunRecord["inputs"];
  /** The model that has a part in it; `null` where the data alone is shown. */
  readonly model:
    | Pick<RunRecord["model"], "name" | "version" | "sha256">
    | null;
  /** All parameters of the run, defaults included. */
  readonly parameters: RunRecord["parameters"];
  /** Who chose them; absent where that was not recorded. */
  readonly origins?: ParameterOrigins;
  /** The command that makes the run again. */
  readonly command: string;
}

/**
 * What something rests on.
 *
 * - `"data"`: what was measured, no model
 * - `"history"`: the same, and what came before it in the training data
 * - `"score"`: what was measured and what the model makes of it
 * - `"labels"`: the same held against labels
 * - `"earlier"`: the same held against what was seen before
 * - `"training"`: what the model learned from
 * - `"everything"`: all that the run was told
 */
export type Basis =
  | "data"
  | "history"
  | "score"
  | "labels"
  | "earlier"
  | "training"
  | "everything";

type Role = RunRecord["inputs"][number]["role"];

const ROLES: Readonly<Record<Basis, readonly Role[]>> = {
  data: ["data"],
  history: ["train", "data"],
  score: ["data"],
  labels: ["data", "labels"],
  earlier: ["data", "earlier"],
  training: ["train", "exclude"],
  everything: ["train", "data", "labels", "exclude", "earlier"],
};

/** What evidence is taken from. */
type Facts = Pick<ReportInput, "run" | "table" | "training">;

/** What the evidence is of. */
export interface EvidenceOptions {
  /** What it rests on; of several, on all that any of them does. */
  readonly basis: Basis | readonly Basis[];
  /**
   * Steps of the table that are shown.
   *
   * @default {all of the table, or of the training data, where `times` are not given}
   */
  readonly range?: StepRange;
  /**
   * Further instants that are shown, in any order, also beyond the table:
   * milliseconds since 1970 UTC, NaN for none.
   */
  readonly times?: readonly number[];
}

/**
 * Says where a part of a report came from.
 *
 * @param input The report's input.
 * @param options What the part rests on, and the time that it shows.
 * @returns The evidence.
 */
export function evidenceOf(
  { run, table, training }: Facts,
  { basis, range, times = [] }: EvidenceOptions,
): Evidence {
  const { name, version, sha256 } = run.model;
  const bases = typeof basis === "string" ? [basis] : basis;
  const roles = bases.flatMap((one) => ROLES[one]);
  // One table that was cut in two is the data of both.
  const isCut = bases.includes("training") && run.split !== null;
  const isMeasured = bases
    .every((one) => one === "data" || one === "history");
  const ofTraining = bases.every((one) => one === "training");
  return {
    window: ofTraining
      ? { start: training.start, end: training.end }
      : windowOf(table, { range, times }),
    intervalMs: table.intervalMs,
    inputs: run.inputs.filter(({ role }) =>
      roles.includes(role) || (isCut && role === "data")
    ),
    model: isMeasured ? null : { name, version, sha256 },
    parameters: run.parameters,
    ...(run.origins === undefined ? {} : { origins: run.origins }),
    command: run.command,
  };
}

function windowOf(
  table: Facts["table"],
  { range, times }: {
    readonly range: StepRange | undefined;
    readonly times: readonly number[];
  },
): Evidence["window"] {
  const known = times.filter((ms) => !Number.isNaN(ms));
  const { start, end } = range ?? { start: 0, end: table.steps };
  const steps = range === undefined && known.length > 0
    ? []
    : [start, Math.max(start, end - 1)];
  const all = [...known, ...steps.map((step) => stepTime(table, step))];
  const least = (a: number, b: number) => Math.min(a, b);
  const most = (a: number, b: number) => Math.max(a, b);
  return { start: isoTime(all.reduce(least)), end: isoTime(all.reduce(most)) };
}

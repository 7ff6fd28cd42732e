import { isoTime } from "../../frame/iso_time.ts";
import { type StepRange, stepTime } from "../../frame/metric_table.ts";
import type { ReportInput, RunRecord } from "../report_input.ts";

/** Where a chart or the numbers of a section came from, and how they are made again. */
export interface Evidence {
  /** First and last instant that is shown, both included, ISO 8601 UTC. */
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
 * - `"training"`: what the model learned from
 * - `"everything"`: all that the run was told
 */
export type Basis =
  | "data"
  | "history"
  | "score"
  | "labels"
  | "training"
  | "everything";

type Role = RunRecord["inputs"][number]["role"];

const ROLES: Readonly<Record<Basis, readonly Role[]>> = {
  data: ["data"],
  history: ["train", "data"],
  score: ["data"],
  labels: ["data", "labels"],
  training: ["train", "exclude"],
  everything: ["train", "data", "labels", "exclude", "earlier"],
};

/** What evidence is taken from. */
type Facts = Pick<ReportInput, "run" | "table" | "training">;

/** What the evidence is of. */
export interface EvidenceOptions {
  /** What it rests on. */
  readonly basis: Basis;
  /**
   * Steps of the table that are shown; what came before it has negative ones.
   *
   * @default {all of the table, or of the training data}
   */
  readonly range?: StepRange;
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
  { basis, range = { start: 0, end: table.steps } }: EvidenceOptions,
): Evidence {
  const { name, version, sha256 } = run.model;
  const time = (step: number) => isoTime(stepTime(table, step));
  const isMeasured = basis === "data" || basis === "history";
  const isTraining = basis === "training";
  // One table that was cut in two is the data of both.
  const roles = isTraining && run.split !== null
    ? ["data", ...ROLES.training]
    : ROLES[basis];
  return {
    window: isTraining ? { start: training.start, end: training.end } : {
      start: time(range.start),
      end: time(Math.max(range.start, range.end - 1)),
    },
    intervalMs: table.intervalMs,
    inputs: run.inputs.filter(({ role }) => roles.includes(role)),
    model: isMeasured ? null : { name, version, sha256 },
    parameters: run.parameters,
    command: run.command,
  };
}

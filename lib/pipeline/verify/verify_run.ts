import { dirname, join } from "node:path";
import { InputError } from "../../errors.ts";
import type { RunRecord } from "../../report/report_input.ts";
import { shownPath } from "../base/paths.ts";
import type { ProgressListener } from "../base/progress.ts";
import type { Params } from "../params/params.ts";
import { RUN_NAMES } from "../run_folder.ts";
import { scoreColumns } from "../scoring/score_columns.ts";
import type { Check, VerifiedRun } from "./check.ts";
import {
  checkFiles,
  type FileListOptions,
  strangeFiles,
} from "./check_files.ts";
import { type CheckedInput, checkInputs, inputChecks } from "./check_inputs.ts";
import { compareEvaluation } from "./compare_evaluation.ts";
import { compareIncidents } from "./compare_incidents.ts";
import { compareScores } from "./compare_scores.ts";
import type { Elsewhere } from "./elsewhere.ts";
import { madeByNotes } from "./made_by.ts";
import { modelCheck } from "./model_check.ts";
import { parametersCheck, uncheckedParameters } from "./parameters_check.ts";
import { recompute, type Recomputed } from "./recompute.ts";
import { readRecordedRun } from "./recorded_run.ts";
import { findModel } from "./stored_model.ts";

/** How a run is verified. */
export interface VerifyOptions extends Pick<Params, "engine" | "threads"> {
  /**
   * Where inputs lie now that are not where they were.
   *
   * @default {null}
   */
  readonly elsewhere?: Elsewhere | null;
  /** Hears of progress. */
  readonly listener: ProgressListener;
}

/** What of a run's files must be listed. */
const LISTED: FileListOptions = {
  must: ["incidents.json", "evaluation.json", "scores.parquet"],
  own: RUN_NAMES,
};

/** What a record says, and nothing else tells. */
const NOT_COMPARED =
  "Not compared: the command, which parameters it gave, the times, and where parameters say that files lie.";

/** What was made of the run's numbers. */
interface Numbers {
  readonly checks: readonly Check[];
  readonly greatest: number | null;
}

/**
 * The verify step: tells what of a run still holds. Its inputs and files are held
 * against their hashes; it is made again from the same inputs, with the same
 * model, and the numbers are compared. Nothing is written.
 *
 * What is missing or changed is named, all of it, and what does not depend on it
 * is verified all the same.
 *
 * @param folder The run's folder.
 * @param options Engine, threads, who hears of progress.
 * @returns What holds and what does not.
 * @throws {InputError} If it is no run's folder, or its record is damaged.
 */
export async function verifyRun(
  folder: string,
  { engine, threads, elsewhere = null, listener }: VerifyOptions,
): Promise<VerifiedRun> {
  const run = await readRecordedRun(folder);
  const inputs = await checkInputs(run, { elsewhere });
  const found = await findModel(run, { elsewhere });
  const files = await checkFiles(folder, run, LISTED);
  const again = await attempt(() =>
    recompute(run, { folder, inputs, found, listener, engine, threads })
  );
  const numbers = typeof again === "string"
    ? { checks: uncheckedNumbers(run, again), greatest: null }
    : await compareNumbers(folder, { again, run, inputs });
  const checks = [
    ...inputChecks(inputs, { run, looked: elsewhere !== null }),
    modelCheck(run, { found, again, looked: elsewhere !== null }),
    ...numbers.checks,
    ...files,
  ];
  const made = typeof again === "string" ? null : again.evaluated.run.engine;
  return {
    folder,
    holds: checks.every(({ state }) => state === "holds"),
    checks,
    notes: [
      ...madeByNotes(run, made),
      ...await strangeFiles(folder, run, LISTED),
      NOT_COMPARED,
    ],
    scoreDifference: numbers.greatest,
  };
}

async function compareNumbers(
  folder: string,
  { again, run, inputs }: {
    readonly again: Recomputed;
    readonly run: RunRecord;
    readonly inputs: readonly CheckedInput[];
  },
): Promise<Numbers> {
  const { evaluated, passOver, because } = again;
  const { check, greatest } = await compareScores(
    join(folder, "scores.parquet"),
    {
      columns: () => scoreColumns(evaluated.scored),
      rows: evaluated.scored.table.steps,
    },
  );
  const gone = new Set(
    inputs.filter(({ role, state }) => role === "earlier" && state !== "holds")
      .map(({ file }) => shownPath(dirname(file))),
  );
  const incidents = await compareIncidents(
    join(folder, "incidents.json"),
    evaluated.scored.incidents,
    { passOver, gone },
  );
  const evaluation = await compareEvaluation(
    join(folder, "evaluation.json"),
    evaluated.evaluation,
    { passOver },
  );
  return {
    greatest,
    checks: [
      parametersCheck(run, evaluated.run),
      ...[check, ...incidents, evaluation],
      ...because.map((text): Check => (
        { of: "evaluation", state: "unchecked", text }
      )),
    ],
  };
}

function uncheckedNumbers(run: RunRecord, why: string): Check[] {
  const of = ["scores", "incidents", "evaluation"] as const;
  return [
    uncheckedParameters(run, why),
    ...of.map((of): Check => ({ of, state: "unchecked", text: why })),
  ];
}

/** What cannot be used is said of the numbers; all else of the run can be told. */
async function attempt(
  work: () => Promise<Recomputed | string>,
): Promise<Recomputed | string> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
}

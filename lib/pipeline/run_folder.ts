import { join } from "node:path";
import { InputError } from "../errors.ts";
import { type MetricTable, stepTime } from "../frame/metric_table.ts";
import type { Evaluated } from "./evaluate.ts";
import { incidentTimeIn } from "./incident_id.ts";
import { isRun } from "./base/is_run.ts";
import { modelNameOf } from "./base/model_name.ts";
import type { Params } from "./params/params.ts";
import { fromRoot } from "./base/paths.ts";
import type { ScoringInput } from "./training/scoring_input.ts";
import { toJson } from "./base/to_json.ts";
import type { FolderFiles } from "./files/write_folder.ts";
import { scoreColumns } from "./scoring/score_columns.ts";
import { writeParquet } from "../source/parquet/to_parquet.ts";

/** What a run may write; a folder with anything else belongs to somebody. */
export const RUN_NAMES: ReadonlySet<string> = new Set([
  "evaluation.json",
  "figures",
  "incidents.json",
  "postmortem.md",
  "report.html",
  "report.pdf",
  "run.json",
  "scores.parquet",
]);

/**
 * Refuses a folder that is there and holds anything but a run, so that nobody
 * loses theirs to a mistyped `--out`.
 *
 * @param folder Where the run shall be written.
 * @throws {InputError} If it holds something else.
 */
export async function refuseForeignFolder(folder: string): Promise<void> {
  const info = await Deno.stat(folder).catch(() => null);
  if (!info) return;
  const refuse = (rule: string, got?: string) =>
    new InputError(`write to ${folder}`, rule, {
      got,
      hint: "give another --out",
    });
  if (!info.isDirectory) throw refuse("it must be a folder, and is a file");
  const names = (await Array.fromAsync(Deno.readDir(folder)))
    .map(({ name }) => name);
  const foreign = names.find((name) => !RUN_NAMES.has(name));
  if (foreign !== undefined) {
    throw refuse("it must be empty or hold an earlier run only", foreign);
  }
  if (names.length > 0 && !(await isRun(folder))) {
    throw refuse("it must be empty or hold an earlier run, with its run.json");
  }
}

/**
 * Names a run's folder, before anything is trained. What scores other hosts with
 * one stored model names them, so that none takes another's place.
 *
 * @param input What was read.
 * @param params The run's parameters.
 * @returns `--out`, else `reports/<model>-<time of the data's last step>`, with
 *   the host between where it is not the model's, and behind them the time of the
 *   one incident that it is about.
 */
export function runFolder(
  { table, model }: ScoringInput,
  { out, name, incident }: Params,
): string {
  if (out !== null) return fromRoot(out);
  const host = modelNameOf(table.host);
  const of = "detector" in model
    ? [...new Set([model.detector.name, host])]
    : [name ?? modelNameOf(model.data.table.host)];
  const about = incident === null ? [] : ["incident", partOf(incident)];
  return fromRoot(
    join("reports", [...of, lastStep(table), ...about].join("-")),
  );
}

/**
 * Tells whether a folder holds a run, and whether with its pages.
 *
 * @param folder The run's folder.
 * @returns What is there.
 */
export async function runIn(
  folder: string,
): Promise<"nothing" | "numbers" | "report"> {
  if (!(await isRun(folder))) return "nothing";
  return await Deno.stat(join(folder, "report.html"))
    .then(() => "report" as const, () => "numbers" as const);
}

/**
 * Gives the files of a run that hold its numbers; `run.json`, which tells of all
 * files, comes last.
 *
 * @param evaluated The run.
 * @returns `incidents.json`, `evaluation.json`, `scores.parquet`.
 */
export function runFiles(
  { scored, evaluation }: Pick<Evaluated, "scored" | "evaluation">,
): FolderFiles {
  return {
    "incidents.json": toJson(scored.incidents),
    "evaluation.json": toJson(evaluation),
    "scores.parquet": (write) => writeParquet(scoreColumns(scored), write),
  };
}

/** The time that tells a host's incidents apart; of what is no id as much as names a folder. */
function partOf(id: string): string {
  return modelNameOf(incidentTimeIn(id) ?? id);
}

function lastStep(table: MetricTable): string {
  return new Date(stepTime(table, table.steps - 1)).toISOString()
    .replace(/\.\d+/, "")
    .replace(/[-:]/g, "");
}

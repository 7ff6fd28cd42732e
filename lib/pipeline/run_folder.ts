import { join } from "node:path";
import { InputError } from "@lib/errors.ts";
import { stepTime } from "@lib/frame/metric_table.ts";
import type { Evaluated } from "@lib/pipeline/evaluate.ts";
import { fromRoot } from "@lib/pipeline/paths.ts";
import type { FolderFiles } from "@lib/pipeline/write_folder.ts";
import { type ParquetColumn, toParquet } from "@lib/source/to_parquet.ts";

/** The file that tells a run folder from any other folder. */
const RECORD = "run.json";

/**
 * Refuses a folder that is there and was not written by a run, so that nobody
 * loses theirs to a mistyped `--out`.
 *
 * @param folder Where the run shall be written.
 * @throws {InputError} If it holds something else.
 */
export async function refuseForeignFolder(folder: string): Promise<void> {
  const info = await Deno.stat(folder).catch(() => null);
  if (!info) return;
  const refuse = (rule: string) =>
    new InputError(`write to ${folder}`, rule, { hint: "give another --out" });
  if (!info.isDirectory) throw refuse("it must be a folder, and is a file");
  const isEmpty = (await Array.fromAsync(Deno.readDir(folder))).length === 0;
  if (!isEmpty && !(await isRun(join(folder, RECORD)))) {
    throw refuse(
      "it must be empty or an earlier run, and holds something else",
    );
  }
}

/**
 * Names a run's folder.
 *
 * @param evaluated The run.
 * @param out What `--out` said.
 * @returns `--out`, else `reports/<model>-<time of the data's last step>`.
 */
export function runFolder(
  { scored, run }: Evaluated,
  out: string | null,
): string {
  if (out !== null) return out;
  const last = new Date(stepTime(scored.table, scored.table.steps - 1));
  const stamp = last.toISOString().replace(/\.\d+/, "").replace(/[-:]/g, "");
  return fromRoot(join("reports", `${run.model.name}-${stamp}`));
}

/**
 * Gives the files of a run that hold its numbers.
 *
 * @param evaluated The run.
 * @returns `incidents.json`, `evaluation.json`, `scores.parquet`, `run.json`.
 */
export function runFiles({ scored, evaluation, run }: Evaluated): FolderFiles {
  return {
    "incidents.json": json(scored.incidents),
    "evaluation.json": json(evaluation),
    "scores.parquet": toParquet(scoreColumns(scored)),
    [RECORD]: json(run),
  };
}

function scoreColumns(
  { table, score, errors }: Evaluated["scored"],
): ParquetColumn[] {
  const { steps, metrics } = table;
  const ofStep = <T extends Float32Array | Uint8Array>(array: T, f: number) =>
    array.filter((_, i) => i % metrics.length === f) as T;
  const imputed = Uint8Array.from(
    { length: steps },
    (_, t) =>
      table.imputed.subarray(t * metrics.length, (t + 1) * metrics.length)
          .includes(1)
        ? 1
        : 0,
  );
  return [
    {
      name: "timestamp",
      kind: "time",
      ms: Float64Array.from({ length: steps }, (_, t) => stepTime(table, t)),
    },
    { name: "score", kind: "number", values: score },
    { name: "imputed", kind: "flag", flags: imputed },
    { name: "up", kind: "flag", flags: table.up },
    ...metrics.map(({ name }, f) => ({
      name: `error:${name}`,
      kind: "number" as const,
      values: ofStep(errors, f),
    })),
  ];
}

/** Numbers keep six significant digits: more would only be noise between machines. */
function json(value: unknown): string {
  const round = (_: string, v: unknown) =>
    typeof v === "number" && !Number.isInteger(v)
      ? Number(v.toPrecision(6))
      : v;
  return JSON.stringify(value, round, 2) + "\n";
}

async function isRun(path: string): Promise<boolean> {
  try {
    return typeof JSON.parse(await Deno.readTextFile(path)).schemaVersion ===
      "number";
  } catch {
    return false;
  }
}

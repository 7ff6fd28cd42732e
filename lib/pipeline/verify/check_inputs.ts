import { isDeepStrictEqual } from "node:util";
import { InputError } from "../../errors.ts";
import type { RunRecord } from "../../report/report_input.ts";
import {
  readQuery,
  type RecordedQuery,
} from "../../source/prometheus/recorded_query.ts";
import { readHead } from "../../source/rows/table_file.ts";
import { fromRoot } from "../base/paths.ts";
import type { Check } from "./check.ts";
import { type FileState, sameFile } from "./same_file.ts";

/** An input of a run, and whether it is what it was. */
export interface CheckedInput extends FileState {
  /** Its part in the run. */
  readonly role: RunRecord["inputs"][number]["role"];
  /** Its path as it is recorded. */
  readonly path: string;
  /** Where it is. */
  readonly file: string;
  /** Whether the record's query is the one that the file was recorded with. */
  readonly hasItsQuery: boolean;
}

/**
 * Holds the input files of a run against their hashes: all of them, not up to the
 * first that differs.
 *
 * @param run The run's record.
 * @returns One entry an input.
 */
export async function checkInputs(
  { inputs, files }: Pick<RunRecord, "inputs" | "files">,
): Promise<CheckedInput[]> {
  const checked: CheckedInput[] = [];
  for (const { role, path, query, ...record } of inputs) {
    const file = fromRoot(path);
    const same = await sameFile(file, record);
    // An earlier whenwhy recorded neither queries nor files.
    const isTold = query !== undefined || files !== undefined;
    const hasItsQuery = same.state !== "holds" || !isTold ||
      isDeepStrictEqual(query ?? null, await queryIn(file, role));
    checked.push({ role, path, file, hasItsQuery, ...same });
  }
  return checked;
}

/** What a file tells of its recording; only tables do. */
async function queryIn(
  file: string,
  role: CheckedInput["role"],
): Promise<RecordedQuery | null> {
  if (role !== "data" && role !== "train") return null;
  try {
    const { kind } = await readHead(file);
    return kind === "parquet" ? await readQuery(file) : null;
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/**
 * Says what came of the inputs.
 *
 * @param inputs The inputs.
 * @param run The run's record, which tells where a file was recorded from.
 * @returns One check an input.
 */
export function inputChecks(
  inputs: readonly CheckedInput[],
  run: Pick<RunRecord, "inputs">,
): Check[] {
  return inputs.map(({ role, path, state, why, hasItsQuery }, i): Check => {
    if (!hasItsQuery) {
      const text = `${path}: it was recorded with another query than is said`;
      return { of: role, state: "changed", text };
    }
    const query = run.inputs[i]?.query;
    const again = query === undefined || state === "holds"
      ? ""
      : `; it was recorded from ${query.server}`;
    return {
      ...{ of: role, state },
      text: state === "holds" ? path : `${path}: ${why}${again}`,
    };
  });
}

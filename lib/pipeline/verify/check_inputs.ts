import { isDeepStrictEqual } from "node:util";
import { InputError } from "../../errors.ts";
import type { RunRecord } from "../../report/report_input.ts";
import {
  readQuery,
  type RecordedQuery,
} from "../../source/prometheus/recorded_query.ts";
import { readHead } from "../../source/rows/table_file.ts";
import { shownPath } from "../base/paths.ts";
import type { Check } from "./check.ts";
import type { Elsewhere } from "./elsewhere.ts";
import { findInputs, type FoundInput } from "./find_inputs.ts";
import { missingText } from "./missing_text.ts";

/** An input of a run, and whether it is what it was. */
export interface CheckedInput extends FoundInput {
  /** Its part in the run. */
  readonly role: RunRecord["inputs"][number]["role"];
  /** Its path as it is recorded. */
  readonly path: string;
  /** Whether the record's query is the one that the file was recorded with. */
  readonly hasItsQuery: boolean;
}

/**
 * Holds the input files of a run against their hashes: all of them, not up to the
 * first that differs.
 *
 * @param run The run's record.
 * @param options Where else they are looked for.
 * @returns One entry an input.
 */
export async function checkInputs(
  { inputs, files }: Pick<RunRecord, "inputs" | "files">,
  { elsewhere }: { readonly elsewhere: Elsewhere | null },
): Promise<CheckedInput[]> {
  const checked: CheckedInput[] = [];
  const found = await findInputs(inputs, elsewhere);
  for (const [i, { role, path, query }] of inputs.entries()) {
    const same = found[i]!;
    const { file } = same;
    // An earlier whenwhy recorded neither queries nor files.
    const isTold = query !== undefined || files !== undefined;
    const hasItsQuery = same.state !== "holds" || !isTold ||
      isDeepStrictEqual(query ?? null, await queryIn(file, role));
    checked.push({ role, path, hasItsQuery, ...same });
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
 * @param context The run's record, which tells where a file was recorded from;
 *   whether they were looked for elsewhere.
 * @returns One check an input.
 */
export function inputChecks(
  inputs: readonly CheckedInput[],
  { run, looked }: {
    readonly run: Pick<RunRecord, "inputs">;
    readonly looked: boolean;
  },
): Check[] {
  return inputs.map((input, i): Check => {
    const { role, path, state, hasItsQuery, isElsewhere, file } = input;
    const why = state === "missing"
      ? missingText(input.why, { looked })
      : input.why;
    const here = isElsewhere ? `${path}, in ${shownPath(file)}` : path;
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
      text: state === "holds" ? here : `${path}: ${why}${again}`,
    };
  });
}

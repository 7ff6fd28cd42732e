import type { RunRecord } from "../../report/report_input.ts";
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
}

/**
 * Holds the input files of a run against their hashes: all of them, not up to the
 * first that differs.
 *
 * @param run The run's record.
 * @returns One entry an input.
 */
export async function checkInputs(
  { inputs }: Pick<RunRecord, "inputs">,
): Promise<CheckedInput[]> {
  const checked: CheckedInput[] = [];
  for (const { role, path, ...record } of inputs) {
    const file = fromRoot(path);
    checked.push({ role, path, file, ...await sameFile(file, record) });
  }
  return checked;
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
  return inputs.map(({ role, path, state, why }, i): Check => {
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

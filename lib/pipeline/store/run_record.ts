import { InputError } from "../../errors.ts";
import { sha256OfFile } from "../base/hash.ts";
import { shownPath } from "../base/paths.ts";
import { readQuery } from "../../source/prometheus/recorded_query.ts";
import { readHead } from "../../source/rows/table_file.ts";
import type { RunRecord } from "../../report/report_input.ts";

/** Input files by their part in a run. */
export type InputFiles = Partial<
  Record<RunRecord["inputs"][number]["role"], readonly string[]>
>;

/**
 * Hashes the input files of a run.
 *
 * @param files The files by their part.
 * @returns One record a file.
 * @throws {InputError} If a file cannot be read.
 */
export async function inputRecords(
  files: InputFiles,
): Promise<RunRecord["inputs"]> {
  const records: RunRecord["inputs"][number][] = [];
  for (const role of ["train", "data", "labels", "exclude"] as const) {
    for (const path of files[role] ?? []) {
      const { kind } = await readHead(path); // what is no table may be endless
      const hash = await sha256OfFile(path).catch((cause) => {
        throw new InputError(
          `read ${path}`,
          "it must be a file that can be read",
          { cause },
        );
      });
      const query = kind === "parquet" ? await readQuery(path) : null;
      records.push({
        ...{ role, path: shownPath(path), ...hash },
        ...(query === null ? {} : { query }),
      });
    }
  }
  return records;
}

import { InputError } from "../../errors.ts";
import type { LabelledSpan } from "../../frame/labelled_span.ts";
import { columnName, readText, STEP_MS } from "./text_file.ts";

/**
 * Reads a file of OmniAnomaly's `interpretation_label/`: lines such as
 * `4629-4688:9,10,11`, the first and last row in test, counted from 0, and the
 * columns that experts named, counted from 1.
 *
 * @param file The path.
 * @param test Where test begins in rows, and its columns.
 * @returns The spans; `null` where there is no such file.
 * @throws {InputError} For a line that is none; names it.
 */
export async function readTextCauses(
  file: string,
  { firstRow, columns }: {
    readonly firstRow: number;
    readonly columns: number;
  },
): Promise<LabelledSpan[] | null> {
  if (!await Deno.stat(file).then(() => true, () => false)) return null;
  const lines = (await readText(file)).split(/\r?\n/);
  return lines.flatMap((line, i) => {
    if (line.trim() === "") return [];
    const [, start = "", end = "", list = ""] =
      /^\s*(\d+)-(\d+)\s*:\s*(\d+(?:\s*,\s*\d+)*)\s*$/.exec(line) ?? [];
    const numbers = list.split(",").map(Number);
    if (start === "" || numbers.some((n) => n < 1 || n > columns)) {
      throw new InputError(
        `read line ${i + 1} of ${file}`,
        `it must be START-END:COLUMNS with columns of 1 to ${columns}`,
        { got: line },
      );
    }
    return [{
      startMs: (firstRow + Number(start)) * STEP_MS,
      endMs: (firstRow + Number(end)) * STEP_MS,
      features: numbers.map(columnName),
      note: "",
    }];
  });
}

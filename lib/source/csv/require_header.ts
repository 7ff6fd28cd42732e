import { InputError } from "../../errors.ts";
import { TIMESTAMP_COLUMN } from "../../frame/column_names.ts";
import { requireTimestamp } from "../rows/columns.ts";
import { decodeLine, splitCsvLine } from "./csv_header.ts";
import { findDelimiter } from "./delimiter.ts";

/** Lines that programs put above the header, such as `sep=;`, are no more. */
const MOST_ABOVE = 50;

/**
 * Makes sure that the header of a CSV file has a timestamp column. Where a line
 * below has it, what stands above must go; where the header is one name, something
 * else separates the columns.
 *
 * @param names The names in the first line.
 * @param options The file, for messages, and its first bytes.
 * @throws {InputError} If it has none.
 */
export function requireHeader(
  names: readonly string[],
  { file, bytes }: { readonly file: string; readonly bytes: Uint8Array },
): void {
  if (names.includes(TIMESTAMP_COLUMN)) return;
  const [only = ""] = names;
  if (names.length === 1 && only.split(/[| ]+/).includes(TIMESTAMP_COLUMN)) {
    throw new InputError(
      `read ${file}`,
      "its columns must be separated by comma, semicolon or tab",
      { got: only.slice(0, 40) },
    );
  }
  const below = headerBelow(bytes);
  if (below !== null) {
    throw new InputError(
      `read ${file}`,
      "its first line must name the columns",
      {
        hint: `line ${below} does; delete what stands above`,
      },
    );
  }
  requireTimestamp(names, file);
}

/** The line that has a timestamp column; `null` where none of the first has. */
function headerBelow(bytes: Uint8Array): number | null {
  const lines = decodeLine(bytes.subarray(0, 2 ** 16)).split(/\r?\n/);
  for (const [i, line] of lines.slice(0, MOST_ABOVE).entries()) {
    if (i === 0 || !line.includes(TIMESTAMP_COLUMN)) continue;
    const names = splitCsvLine(line, findDelimiter(line))
      .map((name) => name.trim());
    if (names.includes(TIMESTAMP_COLUMN)) return i + 1;
  }
  return null;
}

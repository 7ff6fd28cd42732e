import { TIMESTAMP_COLUMN } from "../../frame/column_names.ts";
import { splitCsvLine } from "./csv_header.ts";

/** What stands between two fields of a line. */
export type Delimiter = "," | ";" | "\t";

/** All that there are. */
export const DELIMITERS: readonly Delimiter[] = [",", ";", "\t"];

/**
 * Finds what separates the columns of a table: that of `,` `;` and tab by which
 * the header line has a column named `timestamp`; of several, and where there
 * is none, the one that makes the most columns; of equal ones the first.
 *
 * @param header The header line, without its end.
 * @returns The delimiter.
 *
 * @example Usage
 * ```ts
 * import { findDelimiter } from "@lib/source/csv/delimiter.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(findDelimiter("timestamp;load, 1 min"), ";");
 * ```
 */
export function findDelimiter(header: string): Delimiter {
  const ranked = DELIMITERS.map((delimiter) => {
    const names = splitCsvLine(header, delimiter).map((name) => name.trim());
    const rank = names.includes(TIMESTAMP_COLUMN) ? 2 ** 30 : 0;
    return { delimiter, rank: rank + names.length };
  });
  const best = Math.max(...ranked.map(({ rank }) => rank));
  return ranked.find(({ rank }) => rank === best)?.delimiter ?? ",";
}

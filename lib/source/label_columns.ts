import { columnNames } from "./csv/csv_header.ts";
import { type Delimiter, findDelimiter } from "./csv/delimiter.ts";

/** The text of a labels file with what its header says. */
export interface LabelColumns {
  /** The text without a byte order mark. */
  readonly body: string;
  /** The columns. */
  readonly columns: readonly string[];
  /** What separates them. */
  readonly delimiter: Delimiter;
}

/**
 * Reads the header of a labels file.
 *
 * @param text The file's text.
 * @param file The file, for messages.
 * @returns Its columns.
 * @throws {InputError} If it names a column twice.
 */
export function labelColumns(text: string, file: string): LabelColumns {
  const body = text.replace(/^\ufeff/, "");
  const header = /^[^\r\n]*/.exec(body)?.[0] ?? "";
  const delimiter = findDelimiter(header);
  return { body, columns: columnNames(header, { file, delimiter }), delimiter };
}

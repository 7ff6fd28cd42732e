import { InputError } from "../errors.ts";
import type { LabelledSpan } from "../frame/labelled_span.ts";
import type { Clock } from "../frame/raw_table.ts";
import { HOST_COLUMN } from "../frame/schema.ts";
import { labelColumns } from "./label_columns.ts";
import { parseLabels } from "./parse_labels.ts";
import { readHead } from "./rows/table_file.ts";

/** How label files are read. */
export interface ReadLabelsOptions {
  /**
   * Where the table's zero lies, milliseconds since 1970 UTC: what the table was
   * read with, needed where its clock is `"offset"`.
   */
  readonly start?: number;
}

/**
 * Reads labelled spans: CSV with the columns `start` and `end` (included), and
 * where they are there `features`, `mark`, `host` and `note`, of all hosts.
 *
 * @param file The path.
 * @param clock How the times of the labelled table are told: labels in seconds
 *   since the start need a table that has such times.
 * @param options Where the table's zero lies.
 * @returns The spans in order of their start.
 * @throws {InputError} For a line that is no span; names it.
 */
export async function readLabels(
  file: string,
  clock: Clock,
  options: ReadLabelsOptions = {},
): Promise<LabelledSpan[]> {
  const text = await textOf(file);
  return parseLabels(text, { file, clock, ...options });
}

/**
 * Tells whether a labels file can be of several hosts: whether it has the column
 * `host`.
 *
 * @param file The path.
 * @returns Whether it has.
 * @throws {InputError} If it is no CSV file.
 */
export async function labelsNameHosts(file: string): Promise<boolean> {
  return labelColumns(await textOf(file), file).columns.includes(HOST_COLUMN);
}

async function textOf(file: string): Promise<string> {
  const { kind, isPacked } = await readHead(file);
  if (kind !== "csv" || isPacked) {
    throw new InputError(`read ${file}`, "it must be CSV");
  }
  return await Deno.readTextFile(file);
}

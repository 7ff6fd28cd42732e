import { InputError } from "../../errors.ts";

/**
 * Takes the header line from the start of a CSV file: UTF-8, or what is not
 * UTF-8 as Windows-1252, which holds Latin-1.
 *
 * @param bytes The first bytes of the file, with its first line.
 * @param file The file, for messages.
 * @returns The line without its end and without a byte order mark.
 * @throws {InputError} If the line is too long.
 */
export function headerLine(bytes: Uint8Array, file: string): string {
  const end = bytes.indexOf(0x0a);
  if (end < 0 && bytes.length >= 2 ** 20) {
    throw new InputError(
      `read ${file}`,
      "its first line must name the columns",
      {
        hint: "the line is longer than 1 MiB",
      },
    );
  }
  const line = end < 0 ? bytes : bytes.subarray(0, end);
  return decodeLine(line);
}

/**
 * Decodes a header: UTF-8, or what is not UTF-8 as Windows-1252.
 *
 * @param bytes Its bytes, without its line feed.
 * @returns Its text, without a byte order mark and a carriage return at its end.
 */
export function decodeLine(bytes: Uint8Array): string {
  return decode(bytes).replace(/\r$/, "");
}

/** How a header line is read. */
export interface ColumnNamesOptions {
  /** The file, for messages. */
  readonly file: string;
  /**
   * What separates two names.
   *
   * @default {","}
   */
  readonly delimiter?: string;
}

/**
 * Reads the column names from the header line of a CSV file.
 *
 * A column without a name is called after its place, `column-3`; line ends within
 * a name become a space.
 *
 * @param line The header, without its end.
 * @param options The file, for messages, and what separates two names.
 * @returns One name a column, all different.
 * @throws {InputError} If it names a column twice.
 */
export function columnNames(
  line: string,
  { file, delimiter = "," }: ColumnNamesOptions,
): string[] {
  const names = splitCsvLine(line, delimiter)
    .map((name) => name.trim().replaceAll(/\s*[\r\n]+\s*/g, " "))
    .map((name, index) => name || `column-${index + 1}`);
  const places = new Map(names.map((name, index) => [name, index]));
  const twice = names.find((name, index) => places.get(name) !== index);
  if (twice !== undefined) {
    throw new InputError(`read ${file}`, "columns must have different names", {
      got: twice,
      hint: "it stands there twice",
    });
  }
  return names;
}

/**
 * Splits a line of CSV; a field in double quotes may hold delimiters, and
 * doubled quotes for a quote (RFC 4180).
 *
 * @param line The line, without its end.
 * @param delimiter One character. @default {","}
 * @returns The fields.
 */
export function splitCsvLine(line: string, delimiter = ","): string[] {
  const fields: string[] = [];
  /** A field in quotes, at one place of the line. */
  const quotes = / *"((?:[^"]|"")*)" */y;
  let from = 0;
  for (;;) {
    quotes.lastIndex = from;
    const quoted = quotes.exec(line);
    const after = from + (quoted?.[0].length ?? 0);
    const isWhole = quoted !== null &&
      (after === line.length || line.startsWith(delimiter, after));
    const next = line.indexOf(delimiter, isWhole ? after : from);
    const end = next < 0 ? line.length : next;
    fields.push(
      isWhole ? quoted[1]?.replaceAll('""', '"') ?? "" : line.slice(from, end),
    );
    if (next < 0) return fields;
    from = end + delimiter.length;
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

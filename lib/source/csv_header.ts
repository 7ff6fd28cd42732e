import { InputError } from "@lib/errors.ts";

/**
 * Reads the column names from the start of a CSV file.
 *
 * A column without a name is called after its place, `column-3`.
 *
 * @param bytes The first bytes of the file, with its first line.
 * @param file The file, for messages.
 * @returns One name a column, all different.
 * @throws {InputError} If the line is not UTF-8, too long, or names a column twice.
 */
export function readCsvHeader(bytes: Uint8Array, file: string): string[] {
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
  const line = decode(end < 0 ? bytes : bytes.subarray(0, end), file);
  const names = splitCsvLine(line.replace(/\r$/, ""))
    .map((name, index) => name.trim() || `column-${index + 1}`);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) {
    throw new InputError(`read ${file}`, "columns must have different names", {
      got: twice,
      hint: "it stands there twice",
    });
  }
  return names;
}

/**
 * Splits a line of CSV at its commas; a field in double quotes may hold commas,
 * and doubled quotes for a quote (RFC 4180).
 *
 * @param line The line, without its end.
 * @returns The fields.
 */
export function splitCsvLine(line: string): string[] {
  const fields: string[] = [];
  let rest: string | undefined = line;
  while (rest !== undefined) {
    const [whole, quoted, plain = ""]: string[] = FIELD.exec(rest) ?? [""];
    fields.push(quoted?.replaceAll('""', '"') ?? plain);
    const after: string = rest.slice(whole?.length ?? 0);
    rest = after.startsWith(",") ? after.slice(1) : undefined;
  }
  return fields;
}

/** The first field of what is left of a line. */
const FIELD = /^(?:\s*"((?:[^"]|"")*)"\s*(?=,|$)|([^,]*))/;

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new InputError(`read ${file}`, "it must be UTF-8 text or Parquet", {
      cause,
    });
  }
}

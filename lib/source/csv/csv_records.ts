/** One record of a CSV text. */
export interface CsvRecord {
  /** Line at which it begins, the first one being 1. */
  readonly line: number;
  /** Its fields, without their quotes. */
  readonly fields: readonly string[];
}

/**
 * Parts CSV into records (RFC 4180): a field in double quotes may hold
 * delimiters, line ends, and doubled quotes for a quote. A quote within a field
 * that does not begin with one is a character as any other.
 *
 * For small texts that people write: it holds all of them in memory. Tables are
 * read by Polars.
 *
 * @param text The text, without a byte order mark.
 * @param delimiter One character. @default {","}
 * @returns The records with anything in them, the header too.
 *
 * @example Usage
 * ```ts
 * import { csvRecords } from "@lib/source/csv/csv_records.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(csvRecords('a,b\n1,"two\nlines"\n'), [
 *   { line: 1, fields: ["a", "b"] },
 *   { line: 2, fields: ["1", "two\nlines"] },
 * ]);
 * ```
 */
export function csvRecords(text: string, delimiter = ","): CsvRecord[] {
  const records: CsvRecord[] = [];
  /** A field in quotes, at one place of the text. */
  const quoted = / *"([^"]*(?:""[^"]*)*)" */y;
  let [at, line] = [0, 1];
  while (at < text.length) {
    const first = line;
    const fields: string[] = [];
    for (;;) {
      const field = quotedAt(at) ?? plainAt(at);
      fields.push(field.value);
      line += lineEnds(text.slice(at, field.end));
      at = field.end;
      if (text[at] !== delimiter) break;
      at++;
    }
    at += text.startsWith("\r\n", at) ? 2 : 1;
    line++;
    if (fields.some((field) => field.trim() !== "") || fields.length > 1) {
      records.push({ line: first, fields });
    }
  }
  return records;

  function quotedAt(at: number) {
    quoted.lastIndex = at;
    const match = quoted.exec(text);
    if (!match) return undefined;
    const end = at + match[0].length;
    const isWhole = end === text.length ||
      [delimiter, "\r", "\n"].includes(text[end] ?? "");
    const value = match[1]?.replaceAll('""', '"') ?? "";
    return isWhole ? { value, end } : undefined;
  }

  function plainAt(at: number) {
    let end = at;
    while (end < text.length && !isEnd(text[end])) end++;
    return { value: text.slice(at, end), end };
  }

  function isEnd(character: string | undefined): boolean {
    return character === delimiter || character === "\r" || character === "\n";
  }
}

function lineEnds(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}

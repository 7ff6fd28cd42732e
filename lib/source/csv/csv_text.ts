import { Buffer } from "node:buffer";
import { basename } from "node:path";
import { CsvScanner, type CsvShape } from "./csv_shape.ts";
import { readHeader } from "./read_header.ts";
import { requireHeader } from "./require_header.ts";
import type { Delimiter } from "./delimiter.ts";
import { gunzip } from "../rows/gunzip.ts";
import type { TableFileHead } from "../rows/table_file.ts";
import { textColumns } from "../rows/text_columns.ts";

/** A CSV file's text as the table reader takes it: valid UTF-8. */
export interface CsvText {
  /** The path, or the text where it is not the file's own. */
  readonly content: string | Buffer;
  /** The columns. */
  readonly names: readonly string[];
  /** What separates them. */
  readonly delimiter: Delimiter;
  /** How its lines are made. */
  readonly shape: CsvShape;
  /** Sentences for the reader of a report. */
  readonly notes: readonly string[];
}

/** What to do with a file's text. */
export interface CsvTextOptions {
  /** What stands between a number's whole part and its fraction. */
  readonly decimal: "point" | "comma";
}

/** What a quote that stands alone becomes. */
const APOSTROPHE = 0x27;

/**
 * Prepares a CSV file: looks through all of it once, unpacks gzip, turns
 * Windows-1252 (Latin-1) into UTF-8, decimal commas into points and a quote that
 * stands alone in a field into an apostrophe.
 *
 * @param file The path.
 * @param head The start of the file, unpacked.
 * @param options How its numbers are written.
 * @returns Its text, and how its lines are made.
 * @throws {InputError} If it has no timestamp column or lines that cannot be told apart.
 */
export async function prepareCsv(
  file: string,
  head: TableFileHead,
  { decimal }: CsvTextOptions,
): Promise<CsvText> {
  const { names, delimiter } = readHeader(head.bytes, file);
  requireHeader(names, { file, bytes: head.bytes });
  const texts = textColumns(names);
  const places = names.flatMap((name, i) => texts.has(name) ? [] : [i]);
  const scanner = new CsvScanner({
    file,
    delimiter,
    columns: names.length,
    ...(decimal === "comma" ? { commaColumns: new Set(places) } : {}),
  });
  const isOwn = !head.isPacked && decimal === "point";
  const kept: Uint8Array[] = [];
  const utf8 = new Utf8Check();
  for await (const chunk of chunksOf(file, head)) {
    scanner.scan(chunk);
    utf8.add(chunk);
    if (!isOwn) kept.push(chunk);
  }
  const shape = scanner.end();
  const notes = shapeNotes(basename(file), shape);
  const told = { names, delimiter, shape };
  if (utf8.isValid() && isOwn && shape.loneQuotes.length === 0) {
    return { ...told, content: file, notes };
  }
  const bytes = isOwn
    ? Buffer.from(await Deno.readFile(file))
    : Buffer.concat(kept);
  for (const at of shape.loneQuotes) bytes[at] = APOSTROPHE;
  if (utf8.isValid()) return { ...told, content: bytes, notes };
  return {
    ...told,
    content: Buffer.from(new TextDecoder("windows-1252").decode(bytes)),
    notes: [
      ...notes,
      `${basename(file)} is not UTF-8 and was read as Latin-1 (Windows-1252).`,
    ],
  };
}

async function* chunksOf(file: string, head: TableFileHead) {
  if (head.isPacked) return yield* gunzip(file);
  using handle = await Deno.open(file);
  for (;;) {
    const chunk = new Uint8Array(2 ** 20);
    const length = await handle.read(chunk);
    if (length === null) return;
    yield chunk.subarray(0, length);
  }
}

function shapeNotes(file: string, shape: CsvShape): string[] {
  const { short, firstShort, isCut, loneQuotes, firstLone } = shape;
  const notes = [];
  if (loneQuotes.length > 0) {
    const [lines, has] = loneQuotes.length === 1
      ? ["line", "has"]
      : ["lines", "have"];
    notes.push(
      `${loneQuotes.length} ${lines} of ${file} ${has} a quote that stands alone in a field, first line ${firstLone}; it was read as an apostrophe.`,
    );
  }
  if (short > 0) {
    notes.push(
      `${short} ${
        short === 1 ? "line" : "lines"
      } of ${file} had fewer fields than the first line has names, first line ${firstShort}; what they lack counts as missing.`,
    );
  }
  if (isCut) {
    notes.push(`The last line of ${file} was cut short and is left out.`);
  }
  return notes;
}

/** Tells whether bytes are UTF-8, piece by piece. */
class Utf8Check {
  readonly #decoder = new TextDecoder("utf-8", { fatal: true });
  #valid = true;

  add(chunk: Uint8Array): void {
    if (!this.#valid) return;
    try {
      this.#decoder.decode(chunk, { stream: true });
    } catch {
      this.#valid = false;
    }
  }

  isValid(): boolean {
    if (!this.#valid) return false;
    try {
      this.#decoder.decode();
      return true;
    } catch {
      return false;
    }
  }
}

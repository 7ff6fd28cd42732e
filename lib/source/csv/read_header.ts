import { InputError } from "../../errors.ts";
import { columnNames, decodeLine, headerLine } from "./csv_header.ts";
import { type Delimiter, DELIMITERS, findDelimiter } from "./delimiter.ts";

/** What the header of a CSV file tells. */
export interface CsvHeader {
  /** One name a column, all different. */
  readonly names: readonly string[];
  /** What separates them. */
  readonly delimiter: Delimiter;
}

/** The byte order mark of UTF-8. */
const BOM = [0xef, 0xbb, 0xbf] as const;

const [QUOTE, LF, CR] = [0x22, 0x0a, 0x0d];

/**
 * Reads the header of a CSV file. A name in double quotes may hold line ends
 * (RFC 4180), which become spaces.
 *
 * @param bytes The first bytes of the file, with its header.
 * @param file The file, for messages.
 * @returns Its columns, and what separates them.
 * @throws {InputError} If it is too long, names a column twice, or no line feed
 *   ends it.
 */
export function readHeader(bytes: Uint8Array, file: string): CsvHeader {
  if (!bytes.includes(LF) && bytes.subarray(0, -1).includes(CR)) {
    throw new InputError(
      `read ${file}`,
      "its lines must end with a line feed",
      {
        hint: "they end with a carriage return alone; save it with LF or CRLF",
      },
    );
  }
  const line = linesOf(bytes) ?? headerLine(bytes, file);
  const delimiter = findDelimiter(line);
  return { delimiter, names: columnNames(line, { file, delimiter }) };
}

/** A header of several lines; `null` where it is one. */
function linesOf(bytes: Uint8Array): string | null {
  const first = bytes.indexOf(LF);
  const quote = bytes.indexOf(QUOTE);
  if (first < 0 || quote < 0 || quote > first) return null;
  for (const delimiter of DELIMITERS) {
    const end = recordEnd(bytes, delimiter);
    if (end <= first) continue;
    const lines = decodeLine(bytes.subarray(0, end));
    // A quote within a field of another delimiter is none.
    if (findDelimiter(lines) === delimiter) return lines;
  }
  return null;
}

/** Where the first record ends; -1 where a quote is still open. */
function recordEnd(bytes: Uint8Array, delimiter: Delimiter): number {
  const mark = delimiter.charCodeAt(0);
  let [isQuoted, isStart] = [false, true];
  // A byte order mark is no part of the first name.
  const isMarked = BOM.every((byte, i) => bytes[i] === byte);
  for (let i = isMarked ? BOM.length : 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (isQuoted) {
      if (byte !== QUOTE) continue;
      if (bytes[i + 1] === QUOTE) i++;
      else isQuoted = false;
    } else if (byte === LF) return i;
    else {
      isQuoted = byte === QUOTE && isStart;
      isStart = byte === mark;
    }
  }
  return isQuoted ? -1 : bytes.length;
}

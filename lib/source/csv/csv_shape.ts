import { InputError } from "../../errors.ts";
import type { Delimiter } from "./delimiter.ts";

/** How the lines of a CSV file are made. */
export interface CsvShape {
  /** Records below the header, blank ones too. */
  readonly records: number;
  /** Records that have some, but not all fields. */
  readonly short: number;
  /** Line of the first of them; 0 without one. */
  readonly firstShort: number;
  /** Whether the last record has too few fields and no line end: it was cut. */
  readonly isCut: boolean;
  /**
   * The record in which each line ends that does not end one, rising: a quoted
   * field goes on below. The header is -1.
   */
  readonly breaks: readonly number[];
  /**
   * Places in the file of quotes that stand alone within a field: after an odd
   * one the table reader takes a line end for a part of the field.
   */
  readonly loneQuotes: readonly number[];
  /** Line of the first of them; 0 without one. */
  readonly firstLone: number;
}

/** What a {@linkcode CsvScanner} must know. */
export interface CsvScannerOptions {
  /** The file, for messages. */
  readonly file: string;
  /** What separates two fields. */
  readonly delimiter: Delimiter;
  /** Columns of the header. */
  readonly columns: number;
  /**
   * Places of the columns with numbers that have a decimal comma: in their
   * cells the comma becomes a point, in place, and a point what no number has.
   */
  readonly commaColumns?: ReadonlySet<number>;
}

/** The byte order mark of UTF-8. */
const BOM = [0xef, 0xbb, 0xbf] as const;

const [QUOTE, COMMA, POINT, LF, CR, UNDERSCORE] = [
  ...new TextEncoder().encode('",.\n\r_'),
];

/**
 * Counts the fields of each record of a CSV file, which the table reader does
 * not: it fills short records up in silence. A quote counts where a field
 * begins with it (RFC 4180).
 */
export class CsvScanner {
  readonly #options: CsvScannerOptions;
  #line = 1;
  #openLine = 1; // of the last quote that opened a field
  #records = -1; // the header is none
  #field = 0;
  #bytes = 0;
  #quoted: "no" | "yes" | "closing" = "no";
  #atStart = true;
  #scanned = 0; // bytes before this chunk
  #strays = 0; // quotes in this line within fields that do not begin with one
  #lastStray = 0;
  readonly #breaks: number[] = [];
  readonly #loneQuotes: number[] = [];
  #firstLone = 0;
  #short = 0;
  #firstShort = 0;

  /** @param options The delimiter and the number of columns. */
  constructor(options: CsvScannerOptions) {
    this.#options = options;
  }

  /**
   * Goes on with the next bytes of the file.
   *
   * @param chunk The bytes; cells with a decimal comma are rewritten in place.
   * @throws {InputError} If a record has more fields than the header, or a byte is 0.
   */
  scan(chunk: Uint8Array): void {
    // A byte order mark is no part of the first field.
    const mark = this.#scanned === 0 ? markEnd(chunk) : 0;
    this.#scanned += mark;
    this.#scanFields(mark === 0 ? chunk : chunk.subarray(mark));
  }

  /** A loop of its own that begins at 0: V8 takes half again as long otherwise. */
  #scanFields(chunk: Uint8Array) {
    const delimiter = this.#options.delimiter.charCodeAt(0);
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i];
      if (this.#quoted === "yes") {
        if (byte === QUOTE) this.#quoted = "closing";
        else if (byte === LF) this.#breakLine();
        else if (byte === COMMA || byte === POINT) this.#respell(chunk, i);
      } else if (byte === delimiter) {
        this.#field++;
        this.#atStart = true;
        this.#quoted = "no";
      } else if (byte === LF) {
        this.#endRecord();
        this.#endLine();
      } else if (byte === QUOTE && this.#quoted === "closing") {
        this.#quoted = "yes"; // a doubled quote
      } else if (byte === QUOTE && this.#atStart) {
        this.#quoted = "yes";
        this.#openLine = this.#line;
        this.#atStart = false;
        this.#bytes++;
      } else if (byte === 0) {
        throw this.#refuse("it must be CSV text", "there is a zero byte");
      } else if (byte !== CR) {
        if (byte === COMMA || byte === POINT) this.#respell(chunk, i);
        if (byte === QUOTE) {
          this.#strays++;
          this.#lastStray = this.#scanned + i;
        }
        this.#atStart = false;
        this.#bytes++;
      }
    }
    this.#scanned += chunk.length;
  }

  /**
   * Ends the file.
   *
   * @returns What its records are like.
   * @throws {InputError} If a quote is still open.
   */
  end(): CsvShape {
    if (this.#quoted === "yes") {
      this.#line = this.#openLine;
      const hint = "the one that opens a field there is not";
      throw this.#refuse("every quote must be closed", hint);
    }
    const isOpen = this.#bytes > 0 || this.#field > 0;
    const isCut = isOpen && this.#field + 1 < this.#options.columns;
    if (isOpen) {
      this.#endRecord();
      this.#endLine();
    }
    return {
      records: Math.max(0, this.#records),
      short: this.#short,
      firstShort: this.#firstShort,
      isCut,
      breaks: this.#breaks,
      loneQuotes: this.#loneQuotes,
      firstLone: this.#firstLone,
    };
  }

  #endRecord() {
    const { columns } = this.#options;
    const fields = this.#field + 1;
    const isHeader = this.#records < 0;
    if (!isHeader && fields > columns) {
      throw this.#refuse(
        "no line may have more fields than the first line has names",
        `it has ${fields}, the first line ${columns}; are there commas in numbers?`,
      );
    }
    const isBlank = this.#bytes === 0 && fields === 1;
    if (!isHeader && !isBlank && fields < columns) {
      if (this.#short === 0) this.#firstShort = this.#line;
      this.#short++;
    }
    this.#records++;
    [this.#field, this.#bytes] = [0, 0];
    this.#quoted = "no";
    this.#atStart = true;
  }

  #breakLine() {
    this.#breaks.push(this.#records);
    this.#endLine();
  }

  #endLine() {
    if (this.#strays % 2 === 1) {
      if (this.#loneQuotes.length === 0) this.#firstLone = this.#line;
      this.#loneQuotes.push(this.#lastStray);
    }
    this.#strays = 0;
    this.#line++;
  }

  #respell(chunk: Uint8Array, i: number) {
    if (this.#records < 0) return;
    if (!this.#options.commaColumns?.has(this.#field)) return;
    chunk[i] = (chunk[i] === COMMA ? POINT : UNDERSCORE) ?? 0;
  }

  #refuse(rule: string, hint: string): InputError {
    const where = `read line ${this.#line} of ${this.#options.file}`;
    return new InputError(where, rule, { hint });
  }
}

/** Where the text behind a byte order mark begins. */
function markEnd(chunk: Uint8Array): number {
  return BOM.every((byte, i) => chunk[i] === byte) ? BOM.length : 0;
}

import { InputError } from "../errors.ts";
import type { LabelledSpan } from "../frame/labelled_span.ts";
import type { Clock } from "../frame/raw_table.ts";
import { columnNames, headerLine, splitCsvLine } from "./csv/csv_header.ts";
import { readHead } from "./rows/table_file.ts";
import { type FileTimes, textTimes } from "./rows/timestamps.ts";

/** How label files are read. */
export interface ReadLabelsOptions {
  /**
   * Where the table's zero lies, milliseconds since 1970 UTC: what the table was
   * read with, needed where its clock is `"offset"`.
   */
  readonly start?: number;
}

/** One line of the file, not yet understood. */
interface LabelLine {
  readonly line: number;
  readonly start: string;
  readonly end: string;
  readonly features: string;
  readonly note: string;
}

/**
 * Reads labelled incidents: CSV with the columns `start` and `end` (included),
 * and where they are there `features` (separated by `;`) and `note`.
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
  const { kind, bytes } = await readHead(file);
  if (kind !== "csv") throw new InputError(`read ${file}`, "it must be CSV");
  const columns = columnNames(headerLine(bytes, file), { file });
  const lines = (await Deno.readTextFile(file)).split(/\r?\n/)
    .map((text, index) => ({ text, line: index + 1 }))
    .slice(1)
    .filter(({ text }) => text.trim() !== "")
    .map(({ text, line }) => splitLine(text, { line, columns, file }));
  if (lines.length === 0) return [];
  const times = textTimes(
    lines.flatMap(({ start, end }) => [start, end]),
    file,
  );
  const zero = zeroFor(times.form, clock, { file, ...options });
  return lines
    .map((line, i) => toSpan(line, { times, i, zero, file }))
    .sort((a, b) => a.startMs - b.startMs);
}

function splitLine(
  text: string,
  { line, columns, file }: {
    readonly line: number;
    readonly columns: readonly string[];
    readonly file: string;
  },
): LabelLine {
  for (const name of ["start", "end"]) {
    if (columns.includes(name)) continue;
    throw new InputError(
      `read ${file}`,
      "labels must have the columns start and end",
      { got: columns.join(",") },
    );
  }
  const fields = splitCsvLine(text);
  if (fields.length > columns.length) {
    throw new InputError(
      `read line ${line} of ${file}`,
      `it must have ${columns.length} fields`,
      { got: fields.length, hint: "put a field with commas in double quotes" },
    );
  }
  const field = (name: string) => fields[columns.indexOf(name)]?.trim() ?? "";
  return {
    line,
    start: field("start"),
    end: field("end"),
    features: field("features"),
    note: field("note"),
  };
}

function toSpan(
  { line, start, end, features, note }: LabelLine,
  { times, i, zero, file }: {
    readonly times: FileTimes;
    readonly i: number;
    readonly zero: number;
    readonly file: string;
  },
): LabelledSpan {
  const startMs = (times.ms[2 * i] ?? NaN) + zero;
  const endMs = (times.ms[2 * i + 1] ?? NaN) + zero;
  const action = `read line ${line} of ${file}`;
  const bad = Number.isNaN(startMs) ? start : Number.isNaN(endMs) ? end : null;
  if (bad !== null) {
    throw new InputError(action, "start and end must be times", { got: bad });
  }
  if (endMs < startMs) {
    throw new InputError(action, "end must not lie before start", {
      got: `${start},${end}`,
    });
  }
  const names = features.split(";").map((name) => name.trim());
  return { startMs, endMs, features: names.filter(Boolean), note };
}

/** Milliseconds to add to the labels' times to be on the table's clock. */
function zeroFor(
  form: FileTimes["form"],
  clock: Clock,
  { file, start }: ReadLabelsOptions & { readonly file: string },
): number {
  const placed = clock !== "unplaced";
  const counted = clock === "offset" || clock === "unplaced";
  if (form === "offset" && !counted) {
    throw new InputError(
      `read ${file}`,
      "labels must have absolute times as the data has",
      { hint: "they are in seconds since a start" },
    );
  }
  if (form !== "offset" && !placed) {
    throw new InputError(
      `read ${file}`,
      "labels must be in seconds since the start as the data is",
      { hint: "or place the data with --start" },
    );
  }
  if (form !== "offset" || clock !== "offset") return 0;
  if (start === undefined) {
    throw new TypeError(
      "Cannot place labels: start must be given for a table that it placed",
    );
  }
  return start;
}

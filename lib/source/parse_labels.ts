import { InputError } from "../errors.ts";
import { type LabelledSpan, MARKS } from "../frame/labelled_span.ts";
import type { Clock } from "../frame/raw_table.ts";
import { type CsvRecord, csvRecords } from "./csv/csv_records.ts";
import { unguardFormula } from "./csv/formula_guard.ts";
import { labelColumns } from "./label_columns.ts";
import { labelZero } from "./label_zero.ts";
import { type FileTimes, textTimes } from "./rows/timestamps.ts";

/** What labels are read beside. */
export interface ParseLabelsOptions {
  /** The file, for messages. */
  readonly file: string;
  /**
   * How the times of the labelled table are told: labels in seconds since the
   * start need a table that has such times.
   */
  readonly clock: Clock;
  /**
   * Where the table's zero lies, milliseconds since 1970 UTC: what the table was
   * read with, needed where its clock is `"offset"`.
   */
  readonly start?: number;
}

/** A record with its fields by the names of the columns. */
interface LabelRow {
  readonly line: number;
  readonly of: (name: string) => string;
}

/**
 * Reads labelled spans from the text of a labels file: CSV with the columns
 * `start` and `end` (included), and where they are there `features` (separated by
 * `;`), `mark` (`true`, `false` or `maintenance`; empty is `true`), `host` (empty
 * is every host) and `note`.
 *
 * @param text The text.
 * @param options The file, and the labelled table's clock.
 * @returns The spans in order of their start.
 * @throws {InputError} For a line that is no span; names it.
 *
 * @example Usage
 * ```ts
 * import { parseLabels } from "@lib/source/parse_labels.ts";
 * import assert from "node:assert/strict";
 *
 * const text = "start,end,mark\n2026-11-01T10:00Z,2026-11-01T10:05Z,maintenance\n";
 * const [span] = parseLabels(text, { file: "labels.csv", clock: "zoned" });
 * assert.equal(span?.mark, "maintenance");
 * ```
 */
export function parseLabels(
  text: string,
  { file, clock, start }: ParseLabelsOptions,
): LabelledSpan[] {
  const { body, columns, delimiter } = labelColumns(text, file);
  if (!["start", "end"].every((name) => columns.includes(name))) {
    throw new InputError(
      `read ${file}`,
      "labels must have the columns start and end",
      { got: columns.join(",") },
    );
  }
  const rows = csvRecords(body, delimiter).slice(1)
    .map((record) => toRow(record, columns, file));
  if (rows.length === 0) return [];
  const times = textTimes(
    rows.flatMap(({ of }) => [of("start"), of("end")]),
    file,
  );
  const zero = labelZero(times.form, clock, { file, start });
  return rows
    .map((row, i) => toSpan(row, { times, i, zero, file }))
    .sort((a, b) => a.startMs - b.startMs);
}

function toRow(
  { line, fields }: CsvRecord,
  columns: readonly string[],
  file: string,
): LabelRow {
  if (fields.length > columns.length) {
    throw new InputError(
      `read line ${line} of ${file}`,
      `it must have ${columns.length} fields`,
      { got: fields.length, hint: "put a field with commas in double quotes" },
    );
  }
  return {
    line,
    of: (name) =>
      unguardFormula(fields[columns.indexOf(name)]?.trim() ?? "").trim(),
  };
}

function toSpan(
  { line, of }: LabelRow,
  { times, i, zero, file }: {
    readonly times: FileTimes;
    readonly i: number;
    readonly zero: number;
    readonly file: string;
  },
): LabelledSpan {
  const startMs = (times.ms[2 * i] ?? NaN) + zero;
  const endMs = (times.ms[2 * i + 1] ?? NaN) + zero;
  const refuse = (rule: string, got: string) =>
    new InputError(`read line ${line} of ${file}`, rule, { got });
  for (const [name, ms] of [["start", startMs], ["end", endMs]] as const) {
    if (!Number.isNaN(ms)) continue;
    throw refuse("start and end must be times", of(name));
  }
  if (endMs < startMs) {
    throw refuse(
      "end must not lie before start",
      `${of("start")},${of("end")}`,
    );
  }
  const said = of("mark").toLowerCase(); // spreadsheets write TRUE
  const mark = MARKS.find((known) => known === said);
  if (said !== "" && mark === undefined) {
    throw refuse(`mark must be ${MARKS.join(", ")} or empty`, of("mark"));
  }
  const host = of("host");
  return {
    startMs,
    endMs,
    features: of("features").split(";").map((name) => name.trim())
      .filter(Boolean),
    note: of("note"),
    ...(mark === undefined ? {} : { mark }),
    ...(host === "" ? {} : { host }),
  };
}

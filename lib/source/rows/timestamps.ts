import { InputError } from "../../errors.ts";
import { parseIsoTime } from "./iso_time.ts";

/** How the times of one file are written. */
export type TimeForm = "zoned" | "naive" | "epoch" | "offset";

/** The times of one file. */
export interface FileTimes {
  /**
   * One time a row, NaN where it could not be read. Milliseconds since 1970
   * UTC; where the form is `"offset"`, milliseconds since the table's zero.
   */
  readonly ms: Float64Array;
  /** How they are written. */
  readonly form: TimeForm;
  /** Rows whose cell was there and no time, rising; by default none. */
  readonly bad?: readonly number[];
}

/** Smaller numbers are seconds since a start: 1e8 s is 3.2 years. */
const FIRST_EPOCH_SECOND = 1e8;
/** Numbers from here up are milliseconds: 1e11 s would be the year 5138. */
const FIRST_EPOCH_MS = 1e11;
/** Numbers from here up are micro- or nanoseconds, which are refused. */
const FIRST_EPOCH_MICROSECOND = 1e14;

const FORMS_HINT =
  "use ISO 8601 (2026-11-22T14:02:00Z), epoch seconds or milliseconds, or seconds since the start";

/**
 * Tells what a column of numbers says about time: from 1e8 up it is seconds
 * since 1970, from 1e11 up milliseconds, else seconds since the table's start.
 *
 * @param values One number a row, NaN where there is none.
 * @param file The file, for messages.
 * @returns The times.
 * @throws {InputError} If forms are mixed, or none can be told.
 */
export function numericTimes(values: Float64Array, file: string): FileTimes {
  requireRows(values.length, file);
  const first = values.find((value) => value >= 0);
  if (first === undefined) {
    throw new InputError(`read ${file}`, "timestamps must be times", {
      got: values.find((value) => !Number.isNaN(value)),
      hint: FORMS_HINT,
    });
  }
  const unit = unitOf(first);
  if (unit === "finer") {
    throw new InputError(
      `read ${file}`,
      "epoch timestamps must be in seconds or milliseconds",
      { got: first, hint: "divide micro- or nanoseconds first" },
    );
  }
  const other = values.find((value) => value >= 0 && unitOf(value) !== unit);
  if (other !== undefined) {
    throw new InputError(
      `read ${file}`,
      `timestamps must all be ${
        unit === "offset" ? "seconds since the start" : `epoch ${unit}`
      } as the first one is`,
      { got: other, hint: `the first one is ${first}` },
    );
  }
  const scale = unit === "milliseconds" ? 1 : 1000;
  return {
    ms: values.map((value) => value >= 0 ? Math.round(value * scale) : NaN),
    form: unit === "offset" ? "offset" : "epoch",
    bad: rowsWhere(values, (value) => value < 0),
  };
}

/**
 * Tells what a column of text says about time: ISO 8601, or numbers.
 *
 * @param cells One cell a row, `null` where there is none.
 * @param file The file, for messages.
 * @returns The times; a cell that is no time gives NaN.
 * @throws {InputError} If forms are mixed, or no cell is a time.
 */
export function textTimes(
  cells: readonly (string | null)[],
  file: string,
): FileTimes {
  requireRows(cells.length, file);
  const ms = new Float64Array(cells.length).fill(NaN);
  const bad: number[] = [];
  const firstOf = new Map<"zoned" | "naive" | "number", string>();
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row]?.trim();
    if (!cell) continue;
    const time = parseIsoTime(cell);
    const value = time ? time.ms : toNumber(cell);
    if (Number.isNaN(value)) {
      bad.push(row);
      continue;
    }
    ms[row] = value;
    const form = time ? (time.zoned ? "zoned" : "naive") : "number";
    if (!firstOf.has(form)) firstOf.set(form, cell);
  }
  if (firstOf.size > 1) {
    throw new InputError(
      `read ${file}`,
      "timestamps must all be written in one form",
      {
        got: [...firstOf.values()].join(" and "),
        ...(firstOf.has("number")
          ? {}
          : { hint: "a zone on all of them or on none" }),
      },
    );
  }
  const [form] = firstOf.keys();
  if (form === undefined) {
    const got = cells.find((cell) => cell?.trim());
    throw new InputError(`read ${file}`, "timestamps must be times", {
      ...(got ? { got } : {}),
      hint: FORMS_HINT,
    });
  }
  // No number of text is below 0: what is, was no time in the first place.
  if (form === "number") return { ...numericTimes(ms, file), bad };
  return { ms, form: form === "zoned" ? "zoned" : "naive", bad };
}

function rowsWhere(
  values: Float64Array,
  isSo: (value: number) => boolean,
): number[] {
  const rows: number[] = [];
  values.forEach((value, row) => {
    if (isSo(value)) rows.push(row);
  });
  return rows;
}

function requireRows(rows: number, file: string) {
  if (rows > 0) return;
  throw new InputError(`read ${file}`, "it must have rows below its header");
}

function toNumber(cell: string): number {
  return /^\d+(\.\d*)?(e\+?\d+)?$/i.test(cell) ? Number(cell) : NaN;
}

function unitOf(
  value: number,
): "offset" | "seconds" | "milliseconds" | "finer" {
  if (value < FIRST_EPOCH_SECOND) return "offset";
  if (value < FIRST_EPOCH_MS) return "seconds";
  return value < FIRST_EPOCH_MICROSECOND ? "milliseconds" : "finer";
}

import { InputError } from "../../errors.ts";
import { isoTime } from "../../frame/iso_time.ts";
import type { TablePart } from "./table_part.ts";

/** Rows that rise, on average, from one step back to the next: fewer are a shuffle. */
const LEAST_RUN = 10;

/** One step back may be a second recording of the same time, which wins. */
const LEAST_STEPS_BACK = 2;

/** Beyond repair: this share of the rows lies between rows of another run. */
const MOST_INTERLEAVED = 0.5;

/** In a file sorted by something else neighbours lie so many steps apart. */
const LEAST_SPREAD = 10;

/** A distance may be off from a multiple of the step by this part of it. */
const TOLERANCE = 0.25;

/** Distances that are no multiple of the step: rows that were lost or doubled. */
const MOST_IRREGULAR = 0.05;

/**
 * Refuses a file whose clock ran backwards beyond repair: long stretches that
 * rise and go over the same time again and again, with other values. Sorting
 * would interleave them, and nobody could tell which was right.
 *
 * Rows out of order, newest first, in shuffled order, sorted by the time of day or
 * after a few steps of the clock are put in order and counted elsewhere.
 *
 * @param part The rows of one host, in the file's order.
 * @throws {InputError} If its clock did.
 */
export function requireOneClock(part: TablePart): void {
  const { ms, form } = part.times;
  const rows = rowsWithTime(ms);
  const stepsBack = rows.filter((row, i) =>
    i > 0 && (ms[row] ?? NaN) < (ms[rows[i - 1] ?? 0] ?? NaN)
  );
  if (stepsBack.length < LEAST_STEPS_BACK) return;
  if (rows.length < LEAST_RUN * (stepsBack.length + 1)) return;
  const limit = MOST_INTERLEAVED * rows.length;
  const byTime = rows.toSorted((a, b) => (ms[a] ?? NaN) - (ms[b] ?? NaN));
  if (interleaved(part, { byTime, stepsBack }) <= limit) return;
  if (isOneSeries(distances(ms, byTime), distances(ms, rows))) return;
  const [first = 0] = stepsBack;
  const said = (row: number) =>
    form === "offset"
      ? `${(ms[row] ?? NaN) / 1000} s`
      : isoTime(ms[row] ?? NaN);
  throw new InputError(
    `read ${part.file}`,
    `its clock must not run backwards over the same time again and again, and does ${stepsBack.length} times`,
    {
      hint: `the first time from ${said(rows[rows.indexOf(first) - 1] ?? 0)} ` +
        `to ${said(first)}: is it several recordings, or several servers ` +
        `without a column host?`,
    },
  );
}

function rowsWithTime(ms: Float64Array): Uint32Array {
  const rows = new Uint32Array(ms.length);
  let count = 0;
  for (let row = 0; row < ms.length; row++) {
    if (!Number.isNaN(ms[row])) rows[count++] = row;
  }
  return rows.subarray(0, count);
}

/** Counts the rows that differ, in order of time, from a neighbour of another run. */
function interleaved(
  { times: { ms }, columns }: TablePart,
  { byTime, stepsBack }: {
    readonly byTime: Uint32Array;
    readonly stepsBack: Uint32Array;
  },
): number {
  const runOf = new Uint32Array(ms.length);
  stepsBack.forEach((from, i) => runOf.fill(i + 1, from));
  return byTime.filter((row, i) => {
    const before = byTime[i - 1];
    if (before === undefined || runOf[before] === runOf[row]) return false;
    return columns.some(({ values }) => {
      const [one = NaN, other = NaN] = [values[before], values[row]];
      // Not so where either is missing.
      return one < other || one > other;
    });
  }).length;
}

/**
 * Whether rows in order of time have regular steps without two in one, though
 * neighbours in the file lie many steps apart: then they were sorted by something
 * else. A few recordings may interleave as evenly by chance, many do not.
 */
function isOneSeries(byTime: Float64Array, inFile: Float64Array): boolean {
  const step = median(byTime);
  const spread = median(inFile.map(Math.abs));
  if (step === 0 || spread < LEAST_SPREAD * step) return false;
  const irregular = byTime.filter((distance) => {
    const times = Math.max(1, Math.round(distance / step));
    return Math.abs(distance - times * step) > TOLERANCE * step;
  });
  return irregular.length <= MOST_IRREGULAR * byTime.length;
}

/** From each row's time to that of the next. */
function distances(ms: Float64Array, rows: Uint32Array): Float64Array {
  return Float64Array.from(
    rows.subarray(1),
    (row, i) => (ms[row] ?? NaN) - (ms[rows[i] ?? 0] ?? NaN),
  );
}

function median(values: Float64Array): number {
  return values.toSorted()[values.length >> 1] ?? NaN;
}

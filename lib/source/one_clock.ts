import { InputError } from "@lib/errors.ts";
import { isoTime } from "@lib/frame/iso_time.ts";
import type { TablePart } from "@lib/source/table_part.ts";

/** Rows that rise, on average, from one step back to the next: fewer are a shuffle. */
const LEAST_RUN = 10;

/** One step back may be a second recording of the same time, which wins. */
const LEAST_STEPS_BACK = 2;

/** Beyond repair: this share of the rows lies between rows of another run. */
const MOST_INTERLEAVED = 0.5;

/**
 * Refuses a file whose clock ran backwards beyond repair: long stretches that
 * rise and go over the same time again and again, with other values. Sorting
 * would interleave them, and nobody could tell which was right.
 *
 * Rows out of order, newest first, in shuffled order or after a few steps of the
 * clock are put in order and counted elsewhere.
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
  if (interleaved(part, { rows, stepsBack }) <= limit) return;
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
  { rows, stepsBack }: {
    readonly rows: Uint32Array;
    readonly stepsBack: Uint32Array;
  },
): number {
  const runOf = new Uint32Array(ms.length);
  stepsBack.forEach((from, i) => runOf.fill(i + 1, from));
  const byTime = rows.toSorted((a, b) => (ms[a] ?? NaN) - (ms[b] ?? NaN));
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

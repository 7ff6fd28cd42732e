import assert from "node:assert/strict";
import { InputError } from "@lib/errors.ts";
import { requireOneClock } from "@lib/source/parts/one_clock.ts";

const ROWS = 600;

/** Rows of one column at these seconds; what is measured differs from row to row. */
function part(
  seconds: readonly number[],
  value = (row: number) => Math.sin(row),
) {
  return {
    file: "web.csv",
    host: null,
    rows: seconds.length,
    blank: 0,
    firstTimeless: 0,
    duplicates: 0,
    times: {
      ms: Float64Array.from(seconds, (second) => second * 1000),
      form: "offset" as const,
    },
    columns: [{
      name: "a",
      values: Float64Array.from(seconds, (_, i) => value(i)),
    }],
    label: null,
    badCells: [],
    notes: [],
  };
}

const minutes = (of: (row: number) => number) =>
  Array.from({ length: ROWS }, (_, row) => 60 * of(row));
/** Goes on for `ahead` minutes, then `back` minutes back, again and again. */
const sawtooth = (ahead: number, back: number) =>
  minutes((row) => row - back * Math.floor(row / ahead));

/** Rows of `days` days, one every `step` minutes, sorted by the time of day. */
const byTimeOfDay = (days: number, step: number) =>
  Array.from({ length: days * 1440 / step }, (_, row) => {
    const [day, time] = [row % days, Math.floor(row / days)];
    return 60 * (1440 * day + step * time);
  });

/** A fixed shuffle: 7 and 600 have no common divisor. */
const shuffled = minutes((row) => (row * 7 + (row % 5) * 120) % ROWS);

const REPAIRED: readonly (readonly [string, readonly number[]])[] = [
  ["rows that rise", minutes((row) => row)],
  ["the newest row first", minutes((row) => ROWS - row)],
  ["shuffled rows", shuffled],
  ["a clock that steps back by half a minute each hour", sawtooth(60, 0.5)],
  ["a clock that steps back by ten of a hundred minutes", sawtooth(100, 10)],
  ["a recording of the same time again", minutes((row) => row % 300)],
  ["rows sorted by the time of day", byTimeOfDay(30, 5)],
  ["rows sorted by the hour", byTimeOfDay(30, 60)],
  [
    "rows sorted by the time of day, each up to a minute late, some lacking",
    byTimeOfDay(30, 5).map((second, row) => second + (row * 17) % 60)
      .filter((_, row) => row % 97 < 90),
  ],
  [
    "months in the wrong order",
    minutes((row) => (row + 400) % ROWS + 9 * Math.floor(row / 200)),
  ],
  ["a clock that steps back by a quarter of the time", sawtooth(100, 25)],
  [
    "a late row now and then",
    minutes((row) => row % 20 === 7 ? row - 2.5 : row),
  ],
];

for (const [what, seconds] of REPAIRED) {
  Deno.test(`requireOneClock() takes ${what}`, () => {
    requireOneClock(part(seconds));
  });
}

Deno.test("requireOneClock() takes the same recording again and again", () => {
  requireOneClock(part(minutes((row) => row % 100), (row) => row % 100));
});

Deno.test("requireOneClock() takes rows that say different things of one time", () => {
  const values = minutes((row) => row % 100);
  const cut = (turn: number) =>
    Float64Array.from(values, (v, row) => row % 3 === turn ? v : NaN);
  const seconds = values.map((second, row) => second + row / 100);
  requireOneClock({
    ...part(seconds),
    columns: Array.from({ length: 6 }, (_, run) => ({
      name: `m${run}`,
      values: cut(run % 3).map((value, row) =>
        Math.floor(row / 100) === run ? value : NaN
      ),
    })),
  });
});

Deno.test("requireOneClock() refuses a clock that runs back over and over", () => {
  for (
    const [ahead, back] of [[100, 35], [100, 50], [50, 45.5], [60, 60]] as const
  ) {
    assert.throws(
      () => requireOneClock(part(sawtooth(ahead, back))),
      InputError,
    );
  }
  assert.throws(
    () => requireOneClock(part(sawtooth(100, 50))),
    new InputError(
      "read web.csv",
      "its clock must not run backwards over the same time again and again, and does 5 times",
      {
        hint:
          "the first time from 5940 s to 3000 s: is it several recordings, or several servers without a column host?",
      },
    ),
  );
});

Deno.test("requireOneClock() refuses recordings that alternate, or have a time twice", () => {
  // Three servers, twenty seconds after each other.
  const servers = Array.from(
    { length: 1800 },
    (_, row) => 60 * (row % 600) + 20 * Math.floor(row / 600),
  );
  // Twenty servers, each at a second of its own.
  const offsets = Array.from({ length: 20 }, (_, i) => (i * i * 7) % 60);
  const many = offsets.flatMap((offset) =>
    Array.from({ length: 200 }, (_, row) => 60 * row + offset)
  );
  const twice = byTimeOfDay(30, 5).map((second, row) =>
    Math.floor(row / 30) % 5 === 0 ? second - 300 : second
  );
  for (const seconds of [servers, many, twice]) {
    assert.throws(() => requireOneClock(part(seconds)), InputError);
  }
});

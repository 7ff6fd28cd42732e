import assert from "node:assert/strict";
import { InputError } from "@lib/errors.ts";
import { regularGrid } from "@lib/frame/regular_grid.ts";
import { columnOf, rawOf } from "../../support/tables.ts";

const MINUTE = 60;
const minutes = (count: number) =>
  Array.from({ length: count }, (_, i) => i * MINUTE);
const without = <T>(values: readonly T[], ...indices: readonly number[]) =>
  values.filter((_, i) => !indices.includes(i));

Deno.test("regularGrid() keeps a regular table as it is", () => {
  const table = regularGrid(
    rawOf([30, 90, 150, 210], { a: [1, 2, 3, 4], b: [5, 6, 7, 8] }),
  );
  assert.equal(table.startMs, 30_000);
  assert.equal(table.intervalMs, 60_000);
  assert.deepEqual([...table.values], [1, 5, 2, 6, 3, 7, 4, 8]);
  assert.deepEqual([...table.imputed], [0, 0, 0, 0, 0, 0, 0, 0]);
  assert.deepEqual(table.gaps, []);
});

Deno.test("regularGrid() puts jittered rows on their nearest step", () => {
  const table = regularGrid(
    rawOf([0.3, 4.9, 10.2, 14.8, 20], { a: [1, 2, 3, 4, 5] }),
  );
  assert.equal(table.startMs, 0);
  assert.equal(table.intervalMs, 5000);
  assert.deepEqual(columnOf(table, "a"), [1, 2, 3, 4, 5]);
});

Deno.test("regularGrid() carries a value on over a short gap and marks it", () => {
  const seconds = without(minutes(7), 2, 3);
  const table = regularGrid(
    rawOf(seconds, { a: without([0, 1, 2, 3, 4, 5, 6], 2, 3) }),
  );
  assert.deepEqual(columnOf(table, "a"), [0, 1, 1, 1, 4, 5, 6]);
  assert.deepEqual([...table.imputed], [0, 0, 1, 1, 0, 0, 0]);
  assert.deepEqual(table.gaps, []);
});

Deno.test("regularGrid() leaves the rest of a long gap without values", () => {
  const seconds = [...minutes(3), ...minutes(3).map((s) => s + 600)];
  const table = regularGrid(rawOf(seconds, { a: [0, 1, 2, 10, 11, 12] }));
  const expected = [0, 1, 2, 2, 2, 2, ...Array(4).fill(NaN), 10, 11, 12];
  assert.deepEqual(columnOf(table, "a"), expected);
  assert.deepEqual(table.gaps, [{ start: 6, end: 10 }]);
});

Deno.test("regularGrid() never uses a later value: more rows change no earlier step", () => {
  const seconds = without(minutes(40), 5, 6, 7, 8, 9, 20, 30, 31);
  const values = seconds.map((second) => Math.sin(second));
  const whole = regularGrid(rawOf(seconds, { a: values }));
  for (let rows = 12; rows < seconds.length; rows++) {
    const table = regularGrid(
      rawOf(seconds.slice(0, rows), { a: values.slice(0, rows) }),
    );
    const { steps } = table;
    assert.deepEqual(
      columnOf(table, "a"),
      columnOf(whole, "a").slice(0, steps),
    );
  }
});

Deno.test("regularGrid() carries no value on for longer than maxFillMs", () => {
  const raw = rawOf(without(minutes(5), 2, 3), { a: [0, 1, 4] });
  const table = regularGrid(raw, { maxFillMs: 60_000 });
  assert.deepEqual(columnOf(table, "a"), [0, 1, 1, NaN, 4]);
});

Deno.test("regularGrid() fills nothing where one step is longer than 15 minutes", () => {
  const hours = [0, 1, 2, 4, 5].map((hour) => hour * 3600);
  const table = regularGrid(rawOf(hours, { a: [0, 1, 2, 4, 5] }));
  assert.deepEqual(columnOf(table, "a"), [0, 1, 2, NaN, 4, 5]);
});

Deno.test("regularGrid() averages a gauge and keeps the last state of a step", () => {
  const table = regularGrid(
    rawOf([0, 15, 30, 45, 60, 75, 90, 105, 120], {
      "cpu-user": [0, 1, 2, NaN, 6, 3, 3, 3, 7],
      "server-up": [1, 0, 1, 1, 1, 1, 1, 1, 1],
    }),
    { intervalMs: 60_000 },
  );
  // A step holds the rows after the step before it and up to itself.
  assert.equal(table.startMs, 0);
  assert.deepEqual(columnOf(table, "cpu-user"), [0, 3, 4]);
  assert.deepEqual([...table.up], [1, 1, 1]);
});

Deno.test("regularGrid() takes server-up out and blanks what was read while it was down", () => {
  const table = regularGrid(
    rawOf(minutes(6), {
      "load-1m": [1, 2, 3, NaN, NaN, 6],
      "server-up": [1, 1, 0, 0, 1, NaN],
    }),
  );
  assert.deepEqual(table.metrics.map(({ name }) => name), ["load-1m"]);
  assert.deepEqual([...table.up], [1, 1, 0, 0, 1, 1]);
  // Neither 2 nor 3 is carried over the outage.
  assert.deepEqual(columnOf(table, "load-1m"), [1, 2, NaN, NaN, NaN, 6]);
  assert.deepEqual([...table.imputed], [0, 0, 0, 0, 0, 0]);
  assert.deepEqual(table.gaps, [{ start: 2, end: 5 }]);
});

Deno.test("regularGrid() lists a column without values as empty", () => {
  const table = regularGrid(
    rawOf(minutes(3), { "sys-mem-free": [NaN, NaN, NaN], a: [1, 2, 3] }),
  );
  assert.deepEqual(table.excluded, [{
    name: "sys-mem-free",
    unit: "bytes",
    reason: "empty",
    detail: "no value in 3 rows",
  }]);
});

Deno.test("regularGrid() takes a column for empty that was read only while the server was down", () => {
  const table = regularGrid(
    rawOf(minutes(3), {
      stale: [NaN, 5, NaN],
      a: [1, 2, 3],
      "server-up": [1, 0, 1],
    }),
  );
  assert.deepEqual(table.metrics.map(({ name }) => name), ["a"]);
  assert.deepEqual(table.excluded.map(({ name }) => name), ["stale"]);
});

Deno.test("regularGrid() labels a step that has a labelled row", () => {
  const raw = rawOf([0, 20, 40, 60, 80, 100, 120], {
    a: [1, 2, 3, 4, 5, 6, 7],
  }, { label: Uint8Array.of(0, 0, 0, 0, 1, 0, 0) });
  const table = regularGrid(raw, { intervalMs: 60_000 });
  assert.deepEqual([...table.label ?? []], [0, 0, 1]);
});

Deno.test("regularGrid() refuses what fits no grid and says why", () => {
  const refuses = (run: () => unknown, message: string) =>
    assert.throws(run, (error) => {
      assert.ok(error instanceof InputError);
      assert.equal(error.message, message);
      return true;
    });
  refuses(
    () => regularGrid(rawOf([0], { a: [1] })),
    "Cannot use the data of server-1: it must have at least two rows, got 1",
  );
  refuses(
    () => regularGrid(rawOf(minutes(3), { "server-up": [1, 1, 1] })),
    "Cannot use the data of server-1: some metric must have values",
  );
  refuses(
    () =>
      regularGrid(rawOf([0, 300, 600], { a: [1, 2, 3] }), {
        intervalMs: 60_000,
      }),
    "Cannot use the data of server-1: rows must come every 1 min or more often; they come every 5 min",
  );
  refuses(
    () =>
      regularGrid(
        rawOf([...minutes(30), 2e9], { a: Array(31).fill(1) }),
      ),
    "Cannot use the data of server-1: rows must not lie this far apart, got 33333334; 31 rows span 1970-01-01 00:00:00 – 2033-05-18 03:33:20 UTC in steps of 1 min; is a time wrong?",
  );
});

Deno.test("regularGrid() takes rows however irregular on an interval of their own", () => {
  const seconds = [0, 14, 181, 199, 227, 349, 363, 406];
  const table = regularGrid({
    host: "web-1",
    times: Float64Array.from(seconds, (second) => second * 1000),
    columns: [{ name: "a", values: new Float64Array(seconds.length).fill(1) }],
    label: null,
    excluded: [],
    facts: {
      files: [],
      rows: seconds.length,
      duplicates: 0,
      unordered: 0,
      badTimes: 0,
      badCells: [],
      infinite: 0,
      clock: "epoch",
    },
  });
  assert.ok(table.intervalMs >= 14_000 && table.intervalMs <= 43_000);
});

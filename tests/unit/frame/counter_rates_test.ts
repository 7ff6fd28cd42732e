import assert from "node:assert/strict";
import { fc } from "../../support/fast_check.ts";
import { chooseColumns, keepColumns } from "@lib/frame/choose_columns.ts";
import { counterRates } from "@lib/frame/counter_rates.ts";
import { looksLikeCounter } from "@lib/frame/looks_like_counter.ts";
import { takeCounters } from "@lib/frame/take_counters.ts";
import { InputError } from "@lib/errors.ts";
import { regularGrid } from "@lib/frame/regular_grid.ts";
import { rawOf } from "../../support/tables.ts";

const rates = (seconds: readonly number[], values: readonly number[]) => [
  ...counterRates(
    Float64Array.from(seconds, (second) => second * 1000),
    Float64Array.from(values),
  ),
];

Deno.test("counterRates() is the increase over the time between, uneven too", () => {
  assert.deepEqual(rates([0, 10, 15, 45], [100, 200, 300, 330]), [
    NaN,
    10,
    20,
    1,
  ]);
});

Deno.test("counterRates() takes a fall for a reset, as Prometheus does", () => {
  assert.deepEqual(rates([0, 10, 20], [5e9, 5e9 + 10, 50]), [NaN, 1, 5]);
});

// 4294967290 to 4 in 10 s: 6 up to 2^32, and 4 from there.
Deno.test("counterRates() takes a fall from the end of 32 bits for a wrap", () => {
  assert.deepEqual(rates([0, 10, 20], [4294967280, 4294967290, 4]), [
    NaN,
    1,
    1,
  ]);
  assert.deepEqual(
    rates([0, 10, 20], [2 ** 31, 2 ** 31 + 10, 4]),
    [NaN, 1, 0.4],
    "a fall from the middle is a reset",
  );
  assert.deepEqual(
    rates([0, 10, 20], [2 ** 33, 2 ** 33 + 10, 4]),
    [NaN, 1, 0.4],
    "a counter beyond 32 bits has more",
  );
});

Deno.test("counterRates() looks past missing values, not over a gap", () => {
  assert.deepEqual(rates([0, 10, 20, 30], [0, NaN, 20, 30]), [NaN, NaN, 1, 1]);
  assert.deepEqual(
    rates([0, 10, 20, 100, 110], [0, 10, 20, 900, 910]),
    [NaN, 1, 1, NaN, 1],
  );
  assert.deepEqual(rates([0], [1]), [NaN]);
});

Deno.test("counterRates() gives back the increases that made the counter", () => {
  const steps = fc.array(fc.nat(1e6), { minLength: 2, maxLength: 50 });
  fc.assert(fc.property(steps, (steps) => {
    let sum = 0;
    const counter = [0, ...steps].map((step) => sum += step);
    const found = rates(counter.map((_, row) => row), counter).slice(1);
    assert.deepEqual(found, steps);
  }));
});

Deno.test("looksLikeCounter() tells what only ever rises, but for a reset", () => {
  const of = (value: (row: number) => number, rows = 400) =>
    looksLikeCounter(Float64Array.from({ length: rows }, (_, i) => value(i)));
  assert.ok(of((row) => row * 3));
  assert.ok(of((row) => row < 200 ? 1000 + row : row - 200), "one reset");
  assert.ok(!of((row) => row, 20), "too few values");
  assert.ok(!of((row) => Math.sin(row / 9)), "falls");
  assert.ok(!of((row) => row < 300 ? 1 : 2), "rises once");
  assert.ok(!of((row) => row % 50), "falls again and again");
  assert.ok(!of((row) => row - 500), "below 0");
});

Deno.test("takeCounters() makes rates in 1/s and notes what else looks like a counter", () => {
  const rows = Array.from({ length: 200 }, (_, row) => row);
  const raw = rawOf(rows, { "x_total": rows, other: rows, "cpu-user": rows });
  const taken = takeCounters(raw, { required: ["x_total"] });
  const [total, other] = taken.columns;
  assert.equal(total?.unit, "1/s");
  assert.equal(total?.values[5], 1);
  assert.equal(other?.values[5], 5);
  assert.deepEqual(taken.facts.notes, [
    "other only ever rises: if it is a raw counter, what is learned from it means nothing; --counter NAME makes a rate of one.",
  ]);
  assert.equal(regularGrid(taken).metrics[0]?.unit, "1/s");
  const several = takeCounters(
    rawOf(rows, { one: rows, other: rows }),
    { required: [] },
  );
  assert.deepEqual(several.facts.notes, [
    "one, other only ever rise: if they are raw counters, what is learned from them means nothing; --counter NAME makes a rate of one.",
  ]);
});

Deno.test("takeCounters() refuses a name that is no column, unless a model asks", () => {
  const raw = rawOf([0, 60], { a: [1, 2] });
  assert.throws(
    () => takeCounters(raw, { required: ["b"] }),
    new InputError("use --counter", "it must name a column", {
      got: "b",
      hint: "server-1 has a",
    }),
  );
  const { columns } = takeCounters(raw, { required: [], known: ["a", "b"] });
  assert.deepEqual([...columns[0]?.values ?? []], [NaN, 1 / 60]);
});

Deno.test("takeCounters() lets a column be named that --metric or the model passes over", () => {
  const raw = rawOf([0, 60], { a: [1, 2], b: [1, 2] });
  const chosen = chooseColumns(raw, { patterns: ["a"] });
  const used = keepColumns(raw, new Set(["a"]));
  for (const table of [chosen, used]) {
    assert.deepEqual(
      takeCounters(table, { required: ["b"] }).columns,
      table.columns,
    );
  }
  assert.throws(
    () => takeCounters(chosen, { required: ["c"] }),
    /--counter: it must name a column, got "c"/,
  );
});

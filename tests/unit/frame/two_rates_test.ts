import assert from "node:assert/strict";
import { regularGrid } from "@lib/frame/regular_grid.ts";
import { rawOf } from "../../support/tables.ts";

const every = (seconds: number, count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => from + i * seconds);

/** How many values of a metric are measured, filled in and missing. */
function shares(table: ReturnType<typeof regularGrid>, name: string) {
  const f = table.metrics.findIndex((metric) => metric.name === name);
  const all = { measured: 0, filled: 0, missing: 0 };
  for (let t = 0; t < table.steps; t++) {
    const i = t * table.metrics.length + f;
    if (Number.isNaN(table.values[i])) all.missing++;
    else if (table.imputed[i] === 1) all.filled++;
    else all.measured++;
  }
  return all;
}

for (
  const [slow, length, parts] of [
    [4, "1 min", "3 of 4"],
    [20, "5 min", "19 of 20"],
    [240, "1 h", "239 of 240"],
  ] as const
) {
  Deno.test(`regularGrid() carries a metric on that comes every ${length} in a table of 15 s, and says so`, () => {
    const seconds = every(15, 3000);
    const table = regularGrid(rawOf(seconds, {
      "cpu-user": seconds.map(Math.sin),
      "disk-io-time": seconds.map((second, row) => row % slow ? NaN : second),
    }));
    const measured = Math.ceil(3000 / slow);
    assert.equal(table.intervalMs, 15_000);
    assert.deepEqual(table.gaps, []);
    assert.deepEqual(shares(table, "disk-io-time"), {
      measured,
      filled: 3000 - measured,
      missing: 0,
    });
    assert.equal(shares(table, "cpu-user").filled, 0);
    assert.deepEqual(table.facts.notes, [
      `disk-io-time comes every ${length}, the grid's step is 15 s: ${parts} values are the one before carried on, count as filled in and raise no score.`,
    ]);
  });
}

Deno.test("regularGrid() carries a slow metric over three of its own values, and no further", () => {
  const seconds = every(15, 400);
  const lost = (row: number) =>
    (row > 80 && row <= 92) || (row > 200 && row < 300);
  const table = regularGrid(rawOf(seconds, {
    a: seconds,
    b: seconds.map((second, row) => row % 4 || lost(row) ? NaN : second),
  }));
  // Steps 81 to 95 have the value of step 80, steps 201 to 215 that of 200.
  assert.deepEqual(table.gaps, [{ start: 216, end: 300 }]);
});

Deno.test("regularGrid() tells from when to when all metrics come more seldom", () => {
  const seconds = [...every(15, 400), ...every(300, 50, 6000)];
  const table = regularGrid(
    rawOf(seconds, { a: seconds, b: seconds.map((s) => -s) }),
  );
  assert.equal(table.intervalMs, 15_000);
  assert.deepEqual(table.gaps, []);
  assert.deepEqual(table.facts.notes, [
    "All metrics come every 5 min (1970-01-01 01:40:00–05:45:00 UTC), the grid's step is 15 s: 19 of 20 values are the one before carried on, count as filled in and raise no score.",
  ]);
});

Deno.test("regularGrid() averages a part that comes more often than the rest, and says so", () => {
  const seconds = [...every(15, 100), ...every(60, 400, 1500)];
  const table = regularGrid(rawOf(seconds, { a: seconds }));
  assert.equal(table.intervalMs, 60_000);
  assert.equal(shares(table, "a").filled, 0);
  assert.deepEqual(table.facts.notes, [
    "a comes more often than every 1 min, the grid's step, in a part of the time: there a step holds the mean of several values.",
  ]);
});

Deno.test("regularGrid() averages to a model's longer steps, and says so", () => {
  const seconds = every(15, 2000);
  const raw = rawOf(seconds, { a: seconds });
  assert.deepEqual(regularGrid(raw, { intervalMs: 300_000 }).facts.notes, [
    "Rows come every 15 s, the model's step is 5 min: each step holds the mean of 20 rows (of a state the last one).",
  ]);
  assert.deepEqual(regularGrid(raw, { intervalMs: 15_000 }).facts.notes, []);
});

for (const apart of [7, 0.003]) {
  Deno.test(`regularGrid() puts metrics on one step whose times are ${apart} s apart`, () => {
    const seconds = every(60, 200).flatMap((s) => [s, s + apart]);
    const table = regularGrid(rawOf(seconds, {
      a: seconds.map((second, row) => row % 2 === 0 ? second : NaN),
      b: seconds.map((second, row) => row % 2 === 1 ? second : NaN),
    }));
    assert.equal(table.intervalMs, 60_000);
    assert.equal(table.steps, 200);
    assert.deepEqual(shares(table, "a"), {
      measured: 200,
      filled: 0,
      missing: 0,
    });
    assert.deepEqual(shares(table, "b"), shares(table, "a"));
    assert.deepEqual(table.facts.notes, []);
  });
}

Deno.test("regularGrid() takes the fast metrics' interval where a slow one has times of its own", () => {
  const seconds = [...every(15, 3456), ...every(60, 864, 3)].sort((a, b) =>
    a - b
  );
  const fast = seconds.map((second) => second % 15 === 0 ? second : NaN);
  const table = regularGrid(rawOf(seconds, {
    a: fast,
    b: fast.map((value) => -value),
    c: seconds.map((second) => second % 60 === 3 ? second : NaN),
  }));
  assert.equal(table.intervalMs, 15_000);
  assert.equal(table.steps, 3456);
  assert.deepEqual(shares(table, "a"), {
    measured: 3456,
    filled: 0,
    missing: 0,
  });
  assert.equal(shares(table, "c").measured, 864);
  assert.deepEqual(table.gaps, []);
  assert.match(table.facts.notes?.[0] ?? "", /^c comes every 1 min, /);
});

Deno.test("regularGrid() takes the rows' interval where every metric has holes", () => {
  const seconds = every(15, 2000);
  const holed = (seed: number) =>
    seconds.map((second) =>
      Math.abs(Math.sin(second * seed) * 43758.5453) % 1 < 0.6 ? NaN : second
    );
  const table = regularGrid(rawOf(seconds, {
    a: holed(12.9898),
    b: holed(78.233),
    slow: seconds.map((second, row) => row % 8 ? NaN : second),
  }));
  assert.equal(table.intervalMs, 15_000);
});

Deno.test("regularGrid() takes holes at random for no rate", () => {
  const seconds = every(15, 5000);
  const holed = seconds.map((second) =>
    Math.abs(Math.sin(second * 12.9898) * 43758.5453) % 1 < 0.5 ? NaN : second
  );
  const table = regularGrid(rawOf(seconds, { a: seconds, b: holed }));
  assert.deepEqual(table.facts.notes, []);
  assert.ok(table.gaps.length > 50);
});

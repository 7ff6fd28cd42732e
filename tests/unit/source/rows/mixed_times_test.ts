import assert from "node:assert/strict";
import { join } from "node:path";
import { regularGrid } from "@lib/frame/regular_grid.ts";
import { readTable, type ReadTableOptions } from "@lib/source/read_table.ts";

async function read(rows: readonly string[], options: ReadTableOptions = {}) {
  const folder = await Deno.makeTempDir();
  try {
    const path = join(folder, "a.csv");
    await Deno.writeTextFile(path, rows.join("\n"));
    return await readTable([path], options);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

// Trap: the hour that daylight saving repeats has two offsets.
Deno.test("readTable() keeps both of the hours that daylight saving repeats", async () => {
  const table = await read([
    "timestamp,a",
    "2026-10-25T02:30:00+02:00,1",
    "2026-10-25T02:30:00+01:00,2",
    "2026-10-25T02:00:00Z,3",
    "2026-10-25 04:30:00 +0200,4",
  ]);
  const start = Date.UTC(2026, 9, 25, 0, 30);
  assert.deepEqual(
    [...table.times].map((ms) => (ms - start) / 60_000),
    [0, 60, 90, 120],
  );
  assert.equal(table.facts.duplicates, 0);
  assert.equal(table.facts.clock, "zoned");
});

Deno.test("readTable() takes a leap second for the second after it, last one wins", async () => {
  const table = await read([
    "timestamp,a",
    "2016-12-31T23:59:59Z,1",
    "2016-12-31T23:59:60Z,2",
    "2017-01-01T00:00:00Z,3",
  ]);
  assert.deepEqual([...table.columns[0]?.values ?? []], [1, 3]);
  assert.equal(table.facts.duplicates, 1);
});

// Trap: a time that cannot be read becomes null, without an error.
Deno.test("readTable() counts times that are none", async () => {
  const table = await read([
    "timestamp,a",
    "2026-01-01T00:00:00Z,1",
    "2026-02-30T00:00:00Z,2",
    "soon,3",
    "2026-01-01T00:01:00Z,4",
  ]);
  assert.equal(table.facts.badTimes, 2);
  assert.equal(table.times.length, 2);
});

Deno.test("readTable() makes rates of the samples before the cut", async () => {
  const table = await read(
    ["timestamp,n", "0,0", "60,60", "120,240", "180,240"],
    { counters: ["n"], fromMs: 60_000, toMs: 180_000 },
  );
  assert.deepEqual([...table.columns[0]?.values ?? []], [1, 3]);
});

Deno.test("regularGrid() carries the slower of two sampling rates over the steps between", async () => {
  const rows = Array.from(
    { length: 40 },
    (_, i) => `${i * 15},${i},${i % 4 === 0 ? i : ""}`,
  );
  const grid = regularGrid(await read(["timestamp,fast,slow", ...rows]));
  assert.equal(grid.intervalMs, 15_000);
  assert.deepEqual(grid.gaps, []);
  assert.equal(grid.imputed.reduce((sum, one) => sum + one, 0), 30);
});

Deno.test("regularGrid() carries rows of a slower time over the steps between", async () => {
  const slow = Array.from({ length: 20 }, (_, i) => `${i * 60},${i}`);
  const fast = Array.from({ length: 200 }, (_, i) => `${1200 + i * 15},${i}`);
  const grid = regularGrid(await read(["timestamp,a", ...slow, ...fast]));
  assert.equal(grid.intervalMs, 15_000);
  assert.deepEqual(grid.gaps, []);
  assert.equal(grid.steps, 280);
});

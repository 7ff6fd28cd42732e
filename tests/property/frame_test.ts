import assert from "node:assert/strict";
import { fc } from "../support/fast_check.ts";
import { gridRows } from "@lib/frame/grid_rows.ts";
import type { MetricTable, StepRange } from "@lib/frame/metric_table.ts";
import type { RawTable } from "@lib/frame/raw_table.ts";
import { regularGrid } from "@lib/frame/regular_grid.ts";
import { fitMinMax, scale, unscale } from "@lib/frame/scaler.ts";
import { leastTrainingSteps, partsOf } from "@lib/frame/time_split.ts";
import { windowEnds } from "@lib/frame/windows.ts";
import { rawOf, tableOf } from "../support/tables.ts";

const sum = (one: number, other: number) => one + other;
const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });
const holed = fc.option(value, { nil: NaN, freq: 4 });
const series = (length: number) =>
  fc.array(holed, { minLength: length, maxLength: length });

const table = fc.integer({ min: 2, max: 60 }).chain((steps) =>
  fc.record({ a: series(steps), b: series(steps) })
).map((columns) => tableOf(columns));

/** Rows at whole seconds, some of them missing, some close together. */
const raw = fc.array(
  fc.record({
    skip: fc.integer({ min: 1, max: 4 }),
    a: holed,
    b: value,
    up: fc.constantFrom(1, 1, 1, 0, NaN),
  }),
  { minLength: 5, maxLength: 80 },
).map((rows) => {
  let second = 1000;
  return rawOf(rows.map(({ skip }) => second += skip), {
    a: rows.map(({ a }) => a),
    b: rows.map(({ b }) => b),
    "server-up": rows.map(({ up }) => up),
  });
});

/** The measured values of a table, as if they had just been read. */
function reread(grid: MetricTable): RawTable {
  const width = grid.metrics.length;
  const steps = Array.from({ length: grid.steps }, (_, t) => t);
  const columns = grid.metrics.map(({ name }, f) => [
    name,
    steps.map((t) => {
      const i = t * width + f;
      return grid.imputed[i] === 1 ? NaN : grid.values[i] ?? NaN;
    }),
  ]);
  const seconds = steps.map((t) => (grid.startMs + t * grid.intervalMs) / 1000);
  return rawOf(seconds, {
    ...Object.fromEntries(columns),
    "server-up": [...grid.up],
  });
}

Deno.test("unscale() gives back what scale() took, to float32", () => {
  fc.assert(fc.property(table, (table) => {
    const scaler = fitMinMax(table, [{ start: 0, end: table.steps }]);
    const back = unscale(scale(table, scaler), scaler);
    back.forEach((actual, i) => {
      const expected = table.values[i] ?? NaN;
      if (Number.isNaN(expected)) return assert.ok(Number.isNaN(actual));
      const range = scaler.range[i % 2] ?? NaN;
      const size = Math.max(Math.abs(expected), range);
      assert.ok(Math.abs(actual - expected) <= 1e-6 * size, `${expected}`);
    });
  }));
});

Deno.test("scale() maps what it was fitted on into [0, 1]", () => {
  fc.assert(fc.property(table, (table) => {
    const scaler = fitMinMax(table, [{ start: 0, end: table.steps }]);
    for (const scaled of scale(table, scaler)) {
      if (Number.isNaN(scaled)) continue;
      assert.ok(scaled >= -1e-6 && scaled <= 1 + 1e-6, `${scaled}`);
    }
  }));
});

Deno.test("regularGrid() of its own measured values is itself", () => {
  fc.assert(fc.property(raw, (raw) => {
    fc.pre(raw.columns.some(({ values }) => !values.every(Number.isNaN)));
    const grid = tryGrid(raw);
    fc.pre(grid !== null);
    const again = tryGrid(reread(grid), grid.intervalMs);
    assert.ok(again !== null);
    assert.deepEqual(again.values, grid.values);
    assert.deepEqual(again.imputed, grid.imputed);
    assert.deepEqual(again.up, grid.up);
    assert.equal(again.startMs, grid.startMs);
    assert.equal(again.steps, grid.steps);
    assert.deepEqual(again.gaps, grid.gaps);
  }));
});

Deno.test("regularGrid() keeps values finite or in a gap, imputed ones are earlier ones", () => {
  fc.assert(fc.property(raw, (raw) => {
    const grid = tryGrid(raw);
    fc.pre(grid !== null);
    const width = grid.metrics.length;
    const inGap = new Uint8Array(grid.steps);
    for (const { start, end } of grid.gaps) inGap.fill(1, start, end);
    for (let t = 0; t < grid.steps; t++) {
      let isMissing = 0;
      for (let f = 0; f < width; f++) {
        const i = t * width + f;
        if (Number.isNaN(grid.values[i])) isMissing = 1;
        if (grid.up[t] === 0) assert.ok(Number.isNaN(grid.values[i]));
        if (grid.imputed[i] === 0) continue;
        assert.equal(grid.values[i], grid.values[i - width]);
      }
      assert.equal(inGap[t], isMissing, `step ${t}`);
    }
  }));
});

Deno.test("gridRows() puts every row within an interval of its step, none out of order", () => {
  const interval = fc.integer({ min: 500, max: 10_000 });
  fc.assert(fc.property(raw, interval, ({ times }, intervalMs) => {
    const { startMs, steps, stepOfRow } = gridRows(times, intervalMs);
    stepOfRow.forEach((t, row) => {
      assert.ok(t >= 0 && t < steps);
      assert.ok(t >= (stepOfRow[row - 1] ?? 0));
      const late = (times[row] ?? NaN) - (startMs + t * intervalMs);
      assert.ok(late > -intervalMs && late <= intervalMs / 2 + 1, `${late}`);
    });
    assert.equal(stepOfRow[0], 0);
    assert.equal(stepOfRow[times.length - 1], steps - 1);
  }));
});

Deno.test("windowEnds() finds exactly the windows without a missing value", () => {
  const length = fc.integer({ min: 1, max: 12 });
  const bound = fc.integer({ min: 0, max: 60 });
  fc.assert(fc.property(table, length, bound, bound, (table, length, x, y) => {
    const range = {
      start: Math.min(x, y, table.steps),
      end: Math.min(Math.max(x, y), table.steps),
    };
    const expected = [];
    for (let end = range.start + length; end <= range.end; end++) {
      const window = table.values.slice((end - length) * 2, end * 2);
      if (!window.some(Number.isNaN)) expected.push(end);
    }
    assert.deepEqual([...windowEnds(table, range, length)], expected);
  }));
});

Deno.test("partsOf() keeps all parts a window apart and leaves none too short", () => {
  const steps = fc.integer({ min: 300, max: 50_000 });
  const window = fc.integer({ min: 1, max: 200 });
  fc.assert(fc.property(steps, window, (steps, window) => {
    fc.pre(steps >= 6 * window + 36);
    const { fit, stop, calibration } = partsOf(steps, window);
    for (const { start, end } of [...stop, ...calibration]) {
      assert.ok(end - start >= window + 9);
    }
    const windows = fit.map(({ start, end }) => end - start - window + 1);
    assert.ok(windows.filter((count) => count > 0).reduce(sum, 0) >= 10);
    const all = [fit, stop, calibration].flat()
      .sort((one, other) => one.start - other.start);
    assert.ok(all[0]!.start <= window);
    assert.ok(all.at(-1)!.end >= steps - window && all.at(-1)!.end <= steps);
    all.slice(1).forEach(({ start }, i) =>
      assert.equal(start - all[i]!.end, window)
    );
  }));
});

Deno.test("partsOf() gives every part room for ten windows, however long the table", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 240 }), (window) => {
      const least = leastTrainingSteps(window);
      const roomIn = (ranges: readonly StepRange[]) =>
        ranges.map(({ start, end }) => Math.max(0, end - start - window + 1))
          .reduce(sum, 0);
      for (let steps = least; steps < 6 * least; steps++) {
        const room = Object.values(partsOf(steps, window)).map(roomIn);
        assert.ok(Math.min(...room) >= 10, `${steps} steps, window ${window}`);
      }
    }),
    { numRuns: 20 },
  );
});

function tryGrid(raw: RawTable, intervalMs?: number): MetricTable | null {
  try {
    return regularGrid(raw, intervalMs === undefined ? {} : { intervalMs });
  } catch (error) {
    if (error instanceof Error && error.name === "InputError") return null;
    throw error;
  }
}

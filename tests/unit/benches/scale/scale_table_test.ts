import assert from "node:assert/strict";
import { scalePoints } from "../../../../benches/scale/axes.ts";
import { scaleTable } from "../../../../benches/scale/scale_table.ts";

Deno.test("scalePoints() lets one size grow at a time, up to the rows asked for", () => {
  const points = scalePoints(1e7);
  const [first] = points;
  assert.deepEqual(first, {
    axis: "rows",
    rows: 1e4,
    features: 24,
    window: 10,
  });
  for (const { axis, rows, features, window } of points) {
    const usual = { rows: 43_200, features: 24, window: 10 };
    const others = { rows, features, window, [axis]: usual[axis] };
    assert.deepEqual(others, usual);
  }
  const most = (limit: number) =>
    Math.max(...scalePoints(limit).map(({ rows }) => rows));
  assert.deepEqual([most(1e7), most(1e6)], [1e7, 1e6]);
});

Deno.test("scaleTable() writes a table an axis, with the table's own size", () => {
  const cost = (seconds: number, peakMiB: number | null) => (
    { seconds, cpuSeconds: 2 * seconds, peakMiB }
  );
  const sizes = { features: 24, window: 10 };
  const lines = scaleTable([
    {
      ...{ axis: "rows", rows: 1_000_000, ...sizes },
      ...{ train: cost(12.34, 900), score: cost(5, 800) },
    },
    {
      ...{ axis: "window", rows: 1000, ...sizes, window: 240 },
      ...{ train: cost(1, null), score: cost(2, null) },
    },
  ]);
  assert.deepEqual(lines.filter((line) => /^\| \d/.test(line)), [
    "| 1,000,000 | 183 | 12.3 | 24.7 | 900 | 5.0 | 10.0 | 800 |",
    "| 240 | 0 | 1.0 | 2.0 | – | 2.0 | 4.0 | – |",
  ]);
  assert.equal(
    lines.filter((line) => /^\| (rows|window) /.test(line)).length,
    2,
  );
});

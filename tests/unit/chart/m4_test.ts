import assert from "node:assert/strict";
import { fc } from "../../support/fast_check.ts";
import { m4 } from "@lib/chart/m4.ts";

const values = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }) },
    { weight: 1, arbitrary: fc.constant(NaN) },
  ),
  { maxLength: 400 },
);
const buckets = fc.integer({ min: 1, max: 40 });

Deno.test("m4() keeps the first, smallest, largest and last value of a bucket", () => {
  //             0  1  2   3  4  5  6  7  8  9
  const series = [5, 5, 9, -1, 5, 5, 4, 4, 8, 4];
  assert.deepEqual(m4(series, { buckets: 2 }), [0, 2, 3, 4, 5, 6, 8, 9]);
});

Deno.test("m4() keeps every step of a short series", () => {
  assert.deepEqual(m4([3, 1, 2], { buckets: 1 }), [0, 1, 2]);
});

Deno.test("m4() keeps one missing value of a bucket, so that the line breaks", () => {
  const series = [1, 1, NaN, NaN, 1, 1, 1, 1];
  assert.deepEqual(m4(series, { buckets: 1 }), [0, 2, 7]);
});

Deno.test("m4() of a range gives steps of the whole series", () => {
  const series = Float32Array.from({ length: 100 }, (_, t) => t % 7);
  const kept = m4(series, { buckets: 3, range: { start: 50, end: 90 } });
  assert.equal(kept[0], 50);
  assert.equal(kept.at(-1), 89);
});

Deno.test("m4() keeps the extremes and the order, whatever the series", () => {
  fc.assert(fc.property(values, buckets, (series, count) => {
    const kept = m4(series, { buckets: count });
    assert.deepEqual(kept, [...new Set(kept)].sort((a, b) => a - b));
    assert.ok(
      kept.length <= Math.max(5 * count, 0) || kept.length <= 4 * count,
    );
    const present = series.filter((value) => !Number.isNaN(value));
    const shown = kept.map((t) => series[t]!)
      .filter((value) => !Number.isNaN(value));
    assert.equal(Math.min(...shown), Math.min(...present));
    assert.equal(Math.max(...shown), Math.max(...present));
    assert.equal(shown[0], present[0]);
    assert.equal(shown.at(-1), present.at(-1));
  }));
});

Deno.test("m4() breaks the line wherever a whole bucket is missing", () => {
  fc.assert(fc.property(buckets, fc.nat(399), (count, from) => {
    const series = Array.from({ length: 400 }, (_, t) => t);
    const wide = Math.ceil(800 / count);
    series.fill(NaN, from, from + wide);
    const kept = m4(series, { buckets: count });
    assert.ok(kept.some((t) => Number.isNaN(series[t]!)));
  }));
});

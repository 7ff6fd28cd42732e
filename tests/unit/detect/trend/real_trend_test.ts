import assert from "node:assert/strict";
import { realTrend } from "@lib/detect/trend/real_trend.ts";

const times = Float64Array.from({ length: 36 }, (_, i) => i);
const wobble = (i: number) => ((i * 7) % 5 - 2) / 4;
const trend = (valueAt: (i: number) => number) =>
  realTrend(times, times.map((i) => valueAt(i) + wobble(i)));

Deno.test("realTrend() finds a steady fall, its slope inside its interval", () => {
  const line = trend((i) => 100 - 2 * i);
  assert.ok(line !== null);
  const [low, high] = line.interval;
  assert.ok(low < -2 && -2 < high && high < 0, `${low} ${high}`);
});

Deno.test("realTrend() takes no step, no turn and no plateau for a trend", () => {
  assert.equal(trend((i) => i < 17 ? 100 : 40), null, "step");
  assert.equal(trend((i) => 100 - Math.abs(i - 12)), null, "turn");
  assert.equal(trend((i) => 100 - Math.min(2 * i, 48)), null, "plateau");
  assert.equal(trend(() => 50), null, "level");
});

Deno.test("realTrend() takes a few steps down for no trend", () => {
  assert.equal(
    trend((i) => 100 - 20 * [14, 17, 29].filter((at) => i >= at).length),
    null,
  );
});

Deno.test("realTrend() leaves what speeds up to a shorter look-back", () => {
  assert.equal(trend((i) => 100 - (i < 24 ? i : 24 + 5 * (i - 24))), null);
});

Deno.test("realTrend() asks for seven values", () => {
  const few = (n: number) =>
    realTrend(times.subarray(0, n), times.subarray(0, n).map((i) => -i));
  assert.equal(few(6), null);
  assert.equal(few(7)?.slope, -1);
});

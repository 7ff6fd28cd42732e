import assert from "node:assert/strict";
import { windowErrors, windowsOf } from "@lib/benchmark/peers/window_errors.ts";
import type { WindowSet } from "@lib/model/engine.ts";
import { tableOf } from "../../../support/tables.ts";

const STEPS = 5000;
const table = tableOf({
  a: Array.from({ length: STEPS }, (_, t) => t === 2500 ? NaN : t % 3),
  b: Array.from({ length: STEPS }, (_, t) => t % 5),
});
const scaler = { min: [0, 0], range: [1, 2] };

/** Says of each value what it is less 1 for a, less 2 for b, at a window's end 3 more. */
function reconstruct({ values, features, length, ends }: WindowSet) {
  const answer = Float32Array.from(
    { length: ends.length * length * features },
    (_, i) => {
      const [w, at] = [
        Math.floor(i / features / length),
        i % (features * length),
      ];
      const value = values[(ends[w]! - length) * features + at]!;
      const late = at >= (length - 1) * features ? 3 : 0;
      return value - (i % features === 0 ? 1 : 2) - late;
    },
  );
  return Promise.resolve(answer);
}

Deno.test("windowErrors() gives each window's error at its last step, by feature and in all", async () => {
  const windows = windowsOf(table, { scaler, length: 4 });
  const { parts, mean } = await windowErrors({ reconstruct }, windows);
  // a: 1, 1, 1, 16 and b: 4, 4, 4, 25
  const known = [19 / 4, 37 / 4];
  for (const t of [3, 4, 2047, 2050, 2051, 2499, 2504, STEPS - 1]) {
    const own = [...parts.subarray(2 * t, 2 * t + 2)];
    own.forEach((part, f) => assert.ok(Math.abs(part - known[f]!) < 1e-4));
    assert.ok(Math.abs(mean[t]! - 56 / 8) < 1e-4);
  }
  for (const t of [0, 2, 2500, 2503]) {
    assert.ok(Number.isNaN(mean[t]) && Number.isNaN(parts[2 * t]));
  }
});

Deno.test("windowsOf() scales values and leaves gaps out", () => {
  const { values, ends } = windowsOf(table, { scaler, length: 4 });
  assert.equal(values[2 * 9 + 1], 2);
  assert.equal(ends.length, STEPS - 3 - 4);
});

import assert from "node:assert/strict";
import { recentDeviations } from "@lib/detect/recent_deviations.ts";

const HOUR_MS = 3_600_000;

/** Deviations of one feature before some steps, an hour a step. */
function recent(distance: readonly number[], starts: readonly number[]) {
  const input = {
    table: {
      values: new Float32Array(distance.length),
      imputed: new Uint8Array(distance.length),
      intervalMs: HOUR_MS,
    },
    distance: Float32Array.from(distance),
    // Half a usual distance makes a deviation of what the distance is.
    usual: [{ usualDistance: 0.5, usual: { low: -1, high: 1, width: 2 } }],
  };
  return recentDeviations(input, starts).map(([mean]) => mean!);
}

const steps = (length: number, at: (t: number) => number) =>
  Array.from({ length }, (_, t) => at(t));

Deno.test("recentDeviations() is the mean square of a steady deviation", () => {
  const [mean] = recent(steps(50, () => -3), [40]);
  assert.ok(Math.abs(mean! - 9) < 1e-9);
});

Deno.test("recentDeviations() forgets half in a day", () => {
  // 1,000 quiet hours, then a day at 2: half of the weight is on the day.
  const series = steps(1100, (t) => t < 1000 ? 0 : 2);
  const [quiet, day] = recent(series, [1000, 1024]);
  assert.equal(quiet, 0);
  assert.ok(Math.abs(day! - 2) < 1e-9);
});

Deno.test("recentDeviations() looks at nothing from a start on", () => {
  const quiet = steps(100, () => 0.1);
  const loud = quiet.map((d, t) => t >= 60 ? 50 : d);
  assert.deepEqual(recent(loud, [60]), recent(quiet, [60]));
});

Deno.test("recentDeviations() tells each start apart, in order of time", () => {
  const series = steps(200, (t) => t % 90 === 60 ? 5 : 1);
  assert.deepEqual(
    recent(series, [50, 100, 180]),
    [50, 100, 180].flatMap((start) => recent(series, [start])),
  );
});

Deno.test("recentDeviations() tells nothing before 30 scored steps", () => {
  const gappy = steps(60, (t) => t < 20 ? NaN : 4);
  assert.deepEqual(recent(gappy, [49]), [0]);
  assert.ok(Math.abs(recent(gappy, [50])[0]! - 16) < 1e-9);
});

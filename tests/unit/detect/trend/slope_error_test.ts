import assert from "node:assert/strict";
import { slopeError } from "@lib/detect/trend/slope_error.ts";
import { theilSen } from "@lib/detect/trend/theil_sen.ts";
import { seededRandom } from "@lib/model/random.ts";
import { autoregressive } from "../../../../tools/warnings/wanders.ts";

/** Share of series without a trend whose slope is within 1.96 errors of none. */
function covered(rho: number, count: number): number {
  const random = seededRandom(7);
  const times = Float64Array.from({ length: count }, (_, i) => i);
  const runs = 300;
  let inside = 0;
  for (let run = 0; run < runs; run++) {
    const values = Float64Array.from(autoregressive(rho, 1)(count, random));
    const { slope } = theilSen(times, values);
    const residuals = values.map((value, i) => value - slope * times[i]!);
    if (Math.abs(slope) <= 1.96 * slopeError(times, residuals)) inside++;
  }
  return inside / runs;
}

for (const rho of [0, 0.5, 0.9, 0.98]) {
  Deno.test(`slopeError() covers 19 of 20 about as often as it says at an autocorrelation of ${rho}`, () => {
    assert.ok(covered(rho, 36) >= 0.85, `${covered(rho, 36)}`);
  });
}

Deno.test("slopeError() of a straight line is 0, and grows with the unit of time", () => {
  const times = Float64Array.of(0, 1, 2, 3, 4, 5, 6, 7);
  const residuals = Float64Array.of(0, 2, -1, 1, 0, -2, 1, 0);
  assert.equal(slopeError(times, residuals.map(() => 4)), 0);
  const error = slopeError(times, residuals);
  const hours = times.map((time) => time / 60);
  assert.ok(Math.abs(slopeError(hours, residuals) - 60 * error) < 1e-9);
});

import assert from "node:assert/strict";
import { hamedRaoFactor } from "@lib/detect/trend/hamed_rao.ts";
import { isNear, STORED_TRENDS } from "../../../support/stored_trends.ts";

for (const stored of STORED_TRENDS) {
  const { name, times, values, slope, variance, hamedRaoVariance } = stored;
  if (hamedRaoVariance === null) continue;
  Deno.test(`hamedRaoFactor() is pyMannKendall's: ${name}`, () => {
    const residuals = values.map((value, i) => value - slope * times[i]!);
    const own = variance * hamedRaoFactor(residuals);
    assert.ok(isNear(own, hamedRaoVariance), `${own}, ${hamedRaoVariance}`);
  });
}

Deno.test("hamedRaoFactor() is never below 1, where values swing to and fro", () => {
  const swinging = Array.from({ length: 30 }, (_, i) => (-1) ** i * (i + 3));
  assert.equal(hamedRaoFactor(swinging), 1);
  assert.equal(hamedRaoFactor([1, 1, 1, 1, 1]), 1, "equal values");
  assert.equal(hamedRaoFactor([1, 2, 3]), 1, "too few");
});

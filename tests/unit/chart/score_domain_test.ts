import assert from "node:assert/strict";
import { scoreDomain } from "@lib/chart/score_domain.ts";

Deno.test("scoreDomain() is compressed above 8 and always holds the threshold", () => {
  const cases = [
    { score: [NaN, NaN], top: 1.2, isCompressed: false },
    { score: [0.3, NaN, 0.5], top: 1.2, isCompressed: false },
    { score: [0.5, 8], top: 8, isCompressed: false },
    { score: [0.5, 9], top: 9, isCompressed: true },
  ];
  for (const { score, ...expected } of cases) {
    const { top, isCompressed, domain, heightOf } = scoreDomain(
      Float32Array.from(score),
    );
    assert.ok(Math.abs(top - expected.top) < 1e-6);
    assert.equal(isCompressed, expected.isCompressed);
    assert.deepEqual(domain, [0, top * 1.04]);
    assert.deepEqual([heightOf(0), heightOf(domain[1])], [0, 1]);
  }
});

Deno.test("scoreDomain() compresses heights as the chart's axis does", () => {
  const { domain, heightOf } = scoreDomain(Float32Array.of(99));
  const expected = Math.log1p(9) / Math.log1p(domain[1]);
  assert.ok(Math.abs(heightOf(9) - expected) < 1e-12);
});

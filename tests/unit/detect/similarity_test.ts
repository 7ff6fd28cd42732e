import assert from "node:assert/strict";
import { fc } from "../../support/fast_check.ts";
import { profileOf, similarity } from "@lib/detect/similarity.ts";

/** Causes by name with their shares; a share below 0 is one downwards. */
function profile(
  shares: Record<string, number>,
  others: Record<string, number> = {},
) {
  const signals = (isCause: boolean, of: Record<string, number>) =>
    Object.entries(of).map(([feature, share]) => ({
      ...{ feature, isCause, share: Math.abs(share) },
      direction: share < 0 ? "low" as const : "high" as const,
    }));
  const contributions = [...signals(true, shares), ...signals(false, others)];
  return profileOf({ kind: "anomaly", contributions });
}
const rounded = (...of: Parameters<typeof similarity>) =>
  Number(similarity(...of).similarity.toFixed(4));

Deno.test("similarity() is the cosine of the causes' shares", () => {
  const both = profile({ a: 0.3, b: 0.4 });
  assert.equal(rounded(both, both), 1);
  assert.equal(rounded(both, profile({ a: 0.6, b: 0.8 })), 1, "height is none");
  assert.equal(rounded(both, profile({ a: 1 })), 0.6);
  assert.equal(rounded(both, profile({ c: 1 })), 0);
  assert.equal(rounded(profile({ a: 1, b: 1 }), profile({ b: 1, c: 1 })), 0.5);
});

Deno.test("similarity() passes over what stayed within its band", () => {
  const noise = { n1: 0.1, n2: 0.1, n3: 0.1, n4: 0.1 };
  assert.equal(
    rounded(profile({ a: 0.6 }, noise), profile({ b: 0.6 }, noise)),
    0,
  );
  assert.equal(
    rounded(profile({}, noise), profile({}, { n1: 0.1 })),
    0.5,
    "save where there is nothing else",
  );
});

Deno.test("similarity() tells whether the largest common signal went the same way", () => {
  const up = profile({ a: 0.6, b: 0.3 });
  const mixed = similarity(up, profile({ a: 0.6, b: -0.3 }));
  assert.ok(mixed.similarity > 0.999999);
  assert.equal(mixed.direction, "same");
  assert.equal(
    similarity(up, profile({ a: -0.6, b: 0.3 })).direction,
    "opposite",
  );
});

Deno.test("similarity() compares outages with outages only", () => {
  const outage = profileOf({ kind: "outage", contributions: [] });
  assert.equal(similarity(outage, outage).similarity, 1);
  assert.equal(similarity(outage, profile({ "server-up": 1 })).similarity, 0);
});

Deno.test("similarity() of nothing is 0, not no number", () => {
  assert.equal(similarity(profile({}), profile({ a: 0 })).similarity, 0);
});

Deno.test("similarity() is the same both ways, within 0 and 1, and 1 with itself", () => {
  const shares = fc.dictionary(
    fc.constantFrom("a", "b", "c", "constructor", "__proto__"),
    fc.double({ min: 0.001, max: 1, noNaN: true }),
    { minKeys: 1 },
  );
  fc.assert(fc.property(shares, shares, (p, q) => {
    const [one, other] = [profile(p), profile(q)];
    const alike = similarity(one, other).similarity;
    assert.ok(alike >= 0 && alike <= 1);
    assert.ok(Math.abs(alike - similarity(other, one).similarity) < 1e-12);
    assert.ok(Math.abs(similarity(one, one).similarity - 1) < 1e-12);
  }));
});

import assert from "node:assert/strict";
import { type EarlierIncident, seenBefore } from "@lib/detect/seen_before.ts";

const day = (n: number) => `2026-01-${String(n).padStart(2, "0")}T00:00:00Z`;

/** An incident of one day with these causes. */
function incident(
  n: number,
  shares: Record<string, number>,
  changes: Partial<EarlierIncident> = {},
): EarlierIncident {
  return {
    ...{ id: `i${n}`, kind: "anomaly", start: day(n), end: day(n) },
    ...{ mark: null, source: null },
    contributions: Object.entries(shares).map(([feature, share]) => ({
      ...{ feature, isCause: true, share: Math.abs(share) },
      direction: share < 0 ? "low" : "high",
    })),
    ...changes,
  };
}
const idsOf = (...of: Parameters<typeof seenBefore>) =>
  seenBefore(...of).map((seen) => seen.map(({ id }) => id));

Deno.test("seenBefore() names earlier incidents that are alike, the likest first", () => {
  const others = [
    incident(1, { disk: 0.5, cpu: 0.4 }),
    incident(2, { disk: 0.5 }),
    incident(3, { net: 1 }),
    incident(4, { disk: 0.5, cpu: 0.1 }),
    incident(5, { disk: 0.5, cpu: 0.49 }),
  ];
  // 0.98 of #4, 0.78 of #1, 0.71 of #5: one more than three are alike.
  assert.deepEqual(idsOf([incident(9, { disk: 0.3 })], others), [
    ["i2", "i4", "i1"],
  ]);
});

Deno.test("seenBefore() prefers of equally alike ones the same direction, then the later", () => {
  const others = [
    incident(1, { disk: 0.2 }),
    incident(2, { disk: 0.3 }),
    incident(3, { disk: -0.3 }),
  ];
  const [seen] = seenBefore([incident(9, { disk: 0.7 })], others);
  assert.deepEqual(
    seen?.map(({ id, direction, similarity }) => [id, direction, similarity]),
    [["i2", "same", 1], ["i1", "same", 1], ["i3", "opposite", 1]],
  );
});

Deno.test("seenBefore() looks at what ended before an incident began", () => {
  const all = [
    incident(1, { a: 1 }),
    incident(2, { a: 1 }),
    incident(3, { a: 1 }),
  ];
  assert.deepEqual(idsOf(all, all), [[], ["i1"], ["i2", "i1"]]);
  const long = incident(1, { a: 1 }, { end: day(2) });
  assert.deepEqual(idsOf([incident(2, { a: 1 })], [long]), [[]]);
});

Deno.test("seenBefore() is not reminded by half of the signals, or by none", () => {
  const one = incident(9, { a: 0.4, b: 0.4 });
  const half = incident(1, { b: 0.4, c: 0.4 });
  assert.deepEqual(idsOf([one], [half, incident(2, {})]), [[]]);
});

Deno.test("seenBefore() compares outages with outages, the latest first", () => {
  const outage = (n: number) =>
    incident(n, { "server-up": -1 }, { kind: "outage" });
  const others = [outage(1), incident(2, { "server-up": -1 }), outage(3)];
  assert.deepEqual(idsOf([outage(9)], others), [["i3", "i1"]]);
});

Deno.test("seenBefore() hands on what was said of an earlier incident, and where it stands", () => {
  const said = { mark: "backup", source: "reports/web-1" };
  const [seen] = seenBefore([incident(9, { a: 1 })], [
    incident(1, { a: 1 }, said),
  ]);
  assert.deepEqual(seen, [{
    ...{ id: "i1", start: day(1), end: day(1) },
    ...{ similarity: 1, direction: "same", ...said },
  }]);
});

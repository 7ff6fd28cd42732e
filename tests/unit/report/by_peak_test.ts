import assert from "node:assert/strict";
import { byPeak } from "@lib/report/by_peak.ts";

const incidents = [3, null, 9, null, 3].map((peakScore, id) => (
  { id, peakScore }
));

Deno.test("byPeak() orders by falling peaks, and outages first or last, in order of time", () => {
  const ids = (outages: "first" | "last") =>
    incidents.toSorted(byPeak({ outages })).map(({ id }) => id);
  assert.deepEqual(ids("first"), [1, 3, 2, 0, 4]);
  assert.deepEqual(ids("last"), [2, 0, 4, 1, 3]);
});

import assert from "node:assert/strict";
import { foundText, wereFoundText } from "@lib/report/incident/found_text.ts";

const CASES: readonly (readonly [number, number, string, string])[] = [
  [0, 0, "no incident", "was"],
  [1, 0, "1 incident", "was"],
  [0, 1, "no incident and 1 outage", "was"],
  [1, 1, "1 incident and 1 outage", "were"],
  [3, 2, "3 incidents and 2 outages", "were"],
];

Deno.test("foundText() and wereFoundText() count incidents and outages", () => {
  for (const [incidents, outages, text, were] of CASES) {
    const rates = { incidents, outages };
    assert.equal(foundText(rates), text);
    assert.equal(wereFoundText(rates), `${text} ${were} found`);
  }
});

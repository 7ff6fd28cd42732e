import assert from "node:assert/strict";
import { firstDeviation } from "@lib/detect/first_deviation.ts";

const start = "2026-01-01T12:00:00Z";
const at = (minute: number) => `2026-01-01T11:${minute}:00Z`;

Deno.test("firstDeviation() is the first step at which a cause left its band", () => {
  const contributions = [
    { isCause: true, onset: at(58) },
    { isCause: true, onset: at(55) },
    { isCause: false, onset: at(10) },
    { isCause: true, onset: null },
  ];
  const ms = firstDeviation({ start, contributions });
  assert.equal(ms, Date.parse(at(55)));
});

Deno.test("firstDeviation() is the incident's start where no cause was out before", () => {
  const later = { isCause: true, onset: "2026-01-01T12:03:00Z" };
  for (const contributions of [[], [later]]) {
    assert.equal(firstDeviation({ start, contributions }), Date.parse(start));
  }
});

import assert from "node:assert/strict";
import { linkProblem } from "@lib/report/page/link_problem.ts";

const GOOD = { isThere: true, isRange: true, isShown: true };

const CASES = [
  { hash: "", outcome: { ...GOOD, isRange: false }, says: /^$/ },
  { hash: "#trends", outcome: { ...GOOD, isRange: false }, says: /^$/ },
  { hash: "#t=2026-03-01T06:00Z", outcome: GOOD, says: /^$/ },
  {
    hash: "#t=garbage",
    outcome: { ...GOOD, isRange: false },
    says: /cannot be read/,
  },
  {
    hash: "#incident-1&t%3Dgarbage",
    outcome: { ...GOOD, isRange: false },
    says: /cannot be read/,
  },
  {
    hash: "#t=2020-03-01T06:00Z",
    outcome: { ...GOOD, isShown: false },
    says: /nothing of the link's time/,
  },
  {
    hash: "#incident-99",
    outcome: { ...GOOD, isThere: false, isRange: false },
    says: /does not have/,
  },
];

for (const { hash, outcome, says } of CASES) {
  Deno.test(`linkProblem() of ${hash || "nothing"} says ${says}`, () => {
    assert.match(linkProblem(hash, outcome), says);
  });
}

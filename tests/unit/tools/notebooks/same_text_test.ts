import assert from "node:assert/strict";
import { sameText } from "../../../../tools/notebooks/same_text.ts";

const NEAR: readonly (readonly [string, string])[] = [
  ["", ""],
  ["peak 9.2 × threshold", "peak 9.1 × threshold"],
  ["5,576 /s", "5,577 /s"],
  ["0.00133 s/s", "0.00134 s/s"],
  ["1.0e-5", "1.1e-5"],
  ["version 1239bb22ca00", "version 77aa00bb11cc"],
];

const FAR: readonly (readonly [string, string])[] = [
  ["6 incidents", "7 incidents"],
  ["peak 9.2", "peak 8.7"],
  ["04:13:40", "04:13:45"],
  ["1 of 2", "1 of 2 or 3"],
  ["cpu-user 25 %", "load-1m 25 %"],
  ["5,576 /s", "55,760 /s"],
];

Deno.test("sameText() takes the last digits of numbers for noise, and nothing else", () => {
  for (const [one, other] of NEAR) {
    assert.ok(sameText(one, other) && sameText(other, one), one);
  }
  for (const [one, other] of FAR) {
    assert.ok(!sameText(one, other) && !sameText(other, one), one);
  }
});

import assert from "node:assert/strict";
import { nearest } from "@lib/pipeline/base/nearest.ts";

const KNOWN = ["--data", "--train", "--decimal-comma", "--to", "--from"];

Deno.test("nearest() proposes a word that differs in a third of its letters", () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ["--dta", "did you mean --data?"],
    ["--dat=x.csv", "did you mean --data?"],
    ["--decimalcomma", "did you mean --decimal-comma?"],
    ["--form", undefined],
    ["--frm", "did you mean --from?"],
    ["--everything", undefined],
    ["-x", undefined],
    ["x".repeat(100_000), undefined],
  ];
  for (const [word, proposal] of cases) {
    assert.equal(nearest(word, KNOWN), proposal, word.slice(0, 20));
  }
});

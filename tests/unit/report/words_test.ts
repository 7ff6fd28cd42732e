import assert from "node:assert/strict";
import {
  countText,
  listText,
  nameText,
  percentText,
} from "@lib/report/words.ts";

const PERCENTS = [
  [0, "0 %"],
  [0.0004, "< 0.1 %"],
  [0.001, "0.1 %"],
  [0.0321, "3.2 %"],
  [0.0999, "10 %"],
  [0.734, "73 %"],
  [0.998, "> 99 %"],
  [1, "100 %"],
  [NaN, "—"],
] as const;

for (const [share, text] of PERCENTS) {
  Deno.test(`percentText() of ${share} is ${text}`, () => {
    assert.equal(percentText(share), text);
  });
}

Deno.test("countText() knows none, one and many", () => {
  assert.equal(countText(0, "gap"), "no gap");
  assert.equal(countText(1, "gap"), "1 gap");
  assert.equal(countText(1440, "gap"), "1,440 gaps");
  assert.equal(
    countText(2, "row out of order", "rows out of order"),
    "2 rows out of order",
  );
});

Deno.test("listText() puts an and before the last", () => {
  assert.equal(listText([]), "");
  assert.equal(listText(["a"]), "a");
  assert.equal(listText(["a", "b", "c"]), "a, b and c");
});

Deno.test("nameText() of a very long name is short, on one line", () => {
  const text = nameText(`a\n${"b".repeat(10_000)}`);
  assert.equal([...text].length, 64);
  assert.ok(!text.includes("\n"));
});

import assert from "node:assert/strict";
import { parseNumber, parseNumbers } from "@lib/source/rows/text_numbers.ts";

const NUMBERS: readonly (readonly [string | null, number])[] = [
  ["1", 1],
  [" -2.5 ", -2.5],
  ["+4", 4],
  ["1.", 1],
  [".5", 0.5],
  ["1e5", 1e5],
  ["1.5E-3", 1.5e-3],
  ["Inf", Infinity],
  ["+Inf", Infinity],
  ["-inf", -Infinity],
  ["Infinity", Infinity],
  ["NaN", NaN],
  ["", NaN],
  ["  ", NaN],
  [null, NaN],
  ["NA", NaN],
  ["n/a", NaN],
  ["null", NaN],
  ["None", NaN],
];

const NO_NUMBERS = ["x", "12 MB", "1,5", "1_000", "0x10", "1e", "--1", "1.2.3"];

Deno.test("parseNumber() reads numbers, infinities and signs of no value", () => {
  for (const [text, value] of NUMBERS) {
    assert.equal(parseNumber(text), value, `${text}`);
  }
});

Deno.test("parseNumber() does not guess at other text", () => {
  for (const text of NO_NUMBERS) {
    assert.equal(parseNumber(text), undefined, text);
  }
});

Deno.test("parseNumbers() tells which cells are no number", () => {
  const { values, bad } = parseNumbers(["1", "NA", "x", null, "y"]);
  assert.deepEqual([...values], [1, NaN, NaN, NaN, NaN]);
  assert.deepEqual(bad, [2, 4]);
});

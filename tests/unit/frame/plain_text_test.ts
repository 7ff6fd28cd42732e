import assert from "node:assert/strict";
import { fc } from "../../support/fast_check.ts";
import { plainText, shortName } from "@lib/frame/plain_text.ts";

const CASES = [
  ["cpu-user", "cpu-user"],
  ["a\r\n\tb", "a b"],
  ["\u0000null", " null"],
  ["\u202Ereversed\u2066", " reversed "],
  ["half \ud800 pair", "half \ufffd pair"],
  ["温度-🌡 קצב", "温度-🌡 קצב"],
  ["<b>&\"'", "<b>&\"'"],
] as const;

for (const [text, expected] of CASES) {
  Deno.test(`plainText() of ${JSON.stringify(text)}`, () => {
    assert.equal(plainText(text), expected);
  });
}

Deno.test("shortName() cuts the middle and keeps both ends", () => {
  assert.equal(shortName("abcdefghij", 5), "ab…ij");
  assert.equal(shortName("abcde", 5), "abcde");
  assert.equal(shortName("🌡".repeat(9), 4), "🌡…🌡🌡");
});

Deno.test("shortName() is never longer than asked for", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.integer({ min: 3, max: 40 }),
      (text, most) => {
        const short = shortName(text, most);
        assert.ok([...short].length <= most);
        assert.ok(short.isWellFormed());
      },
    ),
  );
});

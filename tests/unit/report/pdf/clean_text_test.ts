import assert from "node:assert/strict";
import { cleanText } from "@lib/report/pdf/clean_text.ts";

const all = () => true;
const latin = (codePoint: number) => codePoint < 0x250;

const CASES: readonly (readonly [string, string, string])[] = [
  ["keeps plain text", "disk-io-time 3 %", "disk-io-time 3 %"],
  ["puts everything on one line", " a\r\n\tb\u2028c ", "a b c"],
  ["keeps a no-break space", "312\u00a0MiB", "312\u00a0MiB"],
  ["composes accents", "e\u0301", "é"],
  ["shows what the font lacks as a box each", "ホ1", "□1"],
  ["shows an emoji with its modifiers as one box", "a 👍🏽️ b", "a □ b"],
  ["shows control characters", "a\u0000\u001bb", "a□□b"],
  ["shows what turns the reading direction", "a\u202eb\u2066", "a□b□"],
  ["drops what joins or hyphenates", "a\u00ad\u200d\ufeffb", "ab"],
  ["survives half a surrogate pair", "a\ud83d b", "a□ b"],
  ["of nothing is nothing", "", ""],
];
for (const [what, text, shown] of CASES) {
  Deno.test(`cleanText() ${what}`, () => {
    assert.equal(cleanText(text, latin), shown);
  });
}

Deno.test("cleanText() keeps every visible character that the font has", () => {
  assert.equal(cleanText("ホスト 🔥", all), "ホスト 🔥");
  assert.equal(cleanText("a\u202eb", all), "a□b");
});

import assert from "node:assert/strict";
import { scoreText } from "@lib/frame/score_text.ts";

const SCORES = [
  [0, "0.00"],
  [0.654, "0.65"],
  [0.998, "0.998"],
  [0.999, "0.999"],
  [0.99961, "0.9996"],
  [1, "1.00"],
  [Math.fround(1.0000001), "1.00"],
  [1.00317, "1.003"],
  [1.446, "1.45"],
  [1.4987, "1.499"],
  [1.997, "1.997"],
  [2, "2.0"],
  [2.02, "2.02"],
  [2.06, "2.1"],
  [4.06503, "4.1"],
  [4.973, "4.97"],
  [5, "5.0"],
  [6.08, "6.1"],
  [9.96, "10.0"],
  [17.8947, "17.9"],
  [99.97, "100"],
  [811.6, "812"],
  [12_345, "12,345"],
  [NaN, "—"],
] as const;

for (const [score, text] of SCORES) {
  Deno.test(`scoreText() of ${score} is ${text}`, () => {
    assert.equal(scoreText(score), text);
  });
}

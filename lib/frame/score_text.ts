/** What a reader holds a score against: 1 alarms, 2 is major and 5 critical. */
const BOUNDS = [1, 2, 5];

/** Nearer to a bound than this a score is the bound: it is kept as float32. */
const SAME = 1e-6;

/** Decimals that tell any other score from a bound. */
const MOST_DECIMALS = 6;

/**
 * Writes a score, which is in thresholds: rounded, with as many more digits as
 * tell it from a bound that it would else be rounded to, so that none seems
 * reached that is not, nor just reached where it is passed.
 *
 * @param score The score.
 * @returns Such as `"0.83"`, `"1.04"`, `"6.2"`, `"812"`; `"0.998"` below an alarm.
 *
 * @example Usage
 * ```ts
 * import { scoreText } from "@lib/frame/score_text.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(scoreText(6.18), "6.2");
 * assert.equal(scoreText(0.998), "0.998");
 * assert.equal(scoreText(1.00317), "1.003");
 * ```
 */
export function scoreText(score: number): string {
  if (Number.isNaN(score)) return "—";
  if (score >= 99.95) return Math.round(score).toLocaleString("en-US");
  let decimals = score < 1.995 ? 2 : 1;
  const isBound = (bound: number) =>
    Number(score.toFixed(decimals)) === bound &&
    Math.abs(score - bound) > SAME;
  while (decimals < MOST_DECIMALS && BOUNDS.some(isBound)) decimals++;
  return score.toFixed(decimals);
}

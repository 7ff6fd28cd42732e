/** Numbers that differ by less than this share of their size are near. */
const SHARE = 0.02;

const NUMBER = /\d+(?:,\d{3})*(?:\.\d+)?(?:e[-+]?\d+)?/g;

/** Names of versions, hashes of what was trained. */
const HASH = /\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{12,64}\b/g;

/**
 * Tells whether two texts say the same: all words equal, and each number within
 * 2 % or one of its last decimal digit.
 *
 * @param one A text.
 * @param other Another.
 * @returns Whether they do.
 *
 * @example Usage
 * ```ts
 * import { sameText } from "./same_text.ts";
 * import assert from "node:assert/strict";
 *
 * assert.ok(sameText("peak 9.2 at 04:13", "peak 9.1 at 04:13"));
 * assert.ok(!sameText("6 incidents", "7 incidents"));
 * ```
 */
export function sameText(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => text.replace(HASH, "#"));
  if (a?.replace(NUMBER, "#") !== b?.replace(NUMBER, "#")) return false;
  const numbers = b?.match(NUMBER) ?? [];
  return (a?.match(NUMBER) ?? []).every((text, i) => near(text, numbers[i]));
}

function near(one: string, other = ""): boolean {
  if (one === other) return true;
  const [a, b] = [one, other].map((text) => Number(text.replaceAll(",", "")));
  const [, decimals = ""] = /\.(\d+)/.exec(one) ?? [];
  const unit = decimals === "" ? 0 : 1.01 * 10 ** -decimals.length;
  const size = Math.max(Math.abs(a ?? NaN), Math.abs(b ?? NaN));
  return Math.abs((a ?? NaN) - (b ?? NaN)) <= Math.max(unit, SHARE * size);
}

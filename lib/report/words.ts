import { shortName } from "../frame/plain_text.ts";

export { scoreText } from "../frame/score_text.ts";

/** Characters of a name in running text and in tables. */
const NAME_LENGTH = 64;

/**
 * Writes a name as it stands in sentences and tables: on one line, cut in its
 * middle where it is very long.
 *
 * @param name A metric's, host's or file's name.
 * @returns Plain text.
 */
export function nameText(name: string): string {
  return shortName(name, NAME_LENGTH);
}

/**
 * Writes a number of things.
 *
 * @param count How many.
 * @param one Its name in the singular.
 * @param many Its name in the plural. @default {one + "s"}
 * @returns Such as `"no incident"`, `"1 gap"`, `"1,440 steps"`.
 *
 * @example Usage
 * ```ts
 * import { countText } from "@lib/report/words.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(countText(1440, "step"), "1,440 steps");
 * assert.equal(countText(0, "outage"), "no outage");
 * ```
 */
export function countText(
  count: number,
  one: string,
  many = `${one}s`,
): string {
  if (count === 0) return `no ${one}`;
  return `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
}

/**
 * Writes a share.
 *
 * @param share A share in [0, 1].
 * @returns Such as `"0 %"`, `"< 0.1 %"`, `"3.2 %"`, `"73 %"`.
 *
 * @example Usage
 * ```ts
 * import { percentText } from "@lib/report/words.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(percentText(0.0321), "3.2 %");
 * ```
 */
export function percentText(share: number): string {
  if (Number.isNaN(share)) return "—";
  const percent = 100 * share;
  if (percent === 0) return "0 %";
  if (percent < 0.1) return "< 0.1 %";
  if (percent < 99.95 && percent > 99.5) return "> 99 %";
  return `${percent < 9.95 ? percent.toFixed(1) : percent.toFixed(0)} %`;
}

/**
 * Joins things as a sentence lists them.
 *
 * @param items Plain texts.
 * @returns Such as `"a, b and c"`; `""` for none.
 */
export function listText(items: readonly string[]): string {
  if (items.length <= 1) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

const RIGHT_TO_LEFT =
  "[\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Nko}\\p{Script=Thaana}\\p{Script=Syriac}]";

// A run may hold marks, spaces and punctuation, but begins and ends with letters.
const RUN = new RegExp(
  `${RIGHT_TO_LEFT}(?:[\\p{M}\\p{P}\\p{Z}]*${RIGHT_TO_LEFT}|\\p{M})*`,
  "gu",
);

/**
 * Brings a line into the order in which a page shows it, from left to right:
 * words of scripts that are written from right to left are turned around.
 *
 * This is the part of the Unicode bidirectional algorithm that names need, not
 * the whole of it: numbers and brackets between such words stay where they are.
 *
 * @param line Text in the order of reading.
 * @returns The same characters in the order of drawing.
 *
 * @example Usage
 * ```ts
 * import { visualOrder } from "@lib/report/pdf/visual_order.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(visualOrder("disk \u05d0\u05d1 9"), "disk \u05d1\u05d0 9");
 * ```
 */
export function visualOrder(line: string): string {
  return line.replace(RUN, (run) => {
    // A letter keeps its marks behind it.
    const letters = run.match(/\P{M}\p{M}*/gu) ?? [];
    return letters.reverse().join("");
  });
}

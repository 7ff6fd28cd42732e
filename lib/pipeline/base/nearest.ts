/**
 * Proposes the known word that is nearest to an unknown one: at most a third of
 * its letters differ (Levenshtein distance).
 *
 * @param word The unknown word.
 * @param known The known ones.
 * @returns Such as `"did you mean --data?"`; `undefined` where none is near.
 *
 * @example Usage
 * ```ts
 * import { nearest } from "@lib/pipeline/base/nearest.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(nearest("hiden", ["window", "hidden"]), "did you mean hidden?");
 * assert.equal(nearest("colour", ["window", "hidden"]), undefined);
 * ```
 */
export function nearest(
  word: string,
  known: readonly string[],
): string | undefined {
  const written = word.replace(/=.*$/s, "").slice(0, 60);
  const ranked = known
    .map((name) => ({ name, distance: distanceOf(written, name) }))
    .sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  const letters = written.replace(/^-+/, "").length;
  const near = Math.max(1, Math.floor(letters / 3));
  return best && best.distance <= near
    ? `did you mean ${best.name}?`
    : undefined;
}

/** Letters to put in, leave out or change to make one word of the other. */
function distanceOf(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, j) => j);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      next.push(Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1),
      ));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

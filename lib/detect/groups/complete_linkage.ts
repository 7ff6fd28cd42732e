/**
 * Clusters things by complete linkage: the two clusters whose least alike
 * members are most alike become one, as long as those are alike enough. So any
 * two members of a cluster are, and no chain joins what is not alike.
 *
 * Source: Sørensen, "A method of establishing groups of equal amplitude in plant
 * sociology", Biologiske Skrifter 5 (1948).
 *
 * @param similarity Symmetric, shape `[things, things]`.
 * @param level Any two members of a cluster are at least this similar.
 * @returns Clusters of two or more, each with its members in rising order, by
 *   their first member. Of equal pairs the earlier one is joined first.
 *
 * @example Usage
 * ```ts
 * import { completeLinkage } from "@lib/detect/groups/complete_linkage.ts";
 * import assert from "node:assert/strict";
 *
 * // 0 is like 1 and 1 like 2, but 0 is not like 2.
 * const similarity = Float64Array.of(1, 0.9, 0.1, 0.9, 1, 0.8, 0.1, 0.8, 1);
 * assert.deepEqual(completeLinkage(similarity, 0.7), [[0, 1]]);
 * ```
 */
export function completeLinkage(
  similarity: Float64Array,
  level: number,
): number[][] {
  const things = Math.sqrt(similarity.length);
  const linkage = similarity.slice();
  const clusters: (number[] | null)[] = Array.from(
    { length: things },
    (_, i) => [i],
  );
  for (;;) {
    let [best, a, b] = [-Infinity, -1, -1];
    for (let i = 0; i < things; i++) {
      if (clusters[i] === null) continue;
      for (let j = i + 1; j < things; j++) {
        if (clusters[j] === null || !(linkage[i * things + j]! > best)) {
          continue;
        }
        [best, a, b] = [linkage[i * things + j]!, i, j];
      }
    }
    if (!(best >= level)) break;
    clusters[a]!.push(...clusters[b]!);
    clusters[b] = null;
    for (let i = 0; i < things; i++) {
      const least = Math.min(
        linkage[a * things + i]!,
        linkage[b * things + i]!,
      );
      linkage[a * things + i] = least;
      linkage[i * things + a] = least;
    }
  }
  return clusters.flatMap((cluster) =>
    cluster === null || cluster.length < 2
      ? []
      : [cluster.sort((x, y) => x - y)]
  );
}

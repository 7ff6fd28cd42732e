import type { FeatureSet } from "./impute_sets.ts";
import { type Judge, keyOf } from "./judge_sets.ts";

/** Features of a set at most. */
export const MOST_FEATURES = 5;

/** What a search found. */
export interface FoundSet {
  /** The features, in the order of the candidates. */
  readonly set: FeatureSet;
  /** The highest score with them imputed. */
  readonly score: number;
  /** How many sets were tried. */
  readonly tried: number;
}

/**
 * Searches the smallest set of candidates that clears an alarm.
 *
 * Every single candidate is tried, then the best one with every other, then, where
 * none of those clears, every pair: so no smaller set of candidates clears than one
 * of one, two or three that is found. From there on the set grows by the candidate
 * that lowers the score most; one that clears is then pruned while it clears
 * without a member, so that each member of it is needed.
 *
 * @param candidates Features, the likeliest first.
 * @param judge Gives the highest score with a set imputed; below 1 is cleared.
 * @returns The set; one that does not clear where none of those tried does.
 */
export async function smallestSet(
  candidates: readonly number[],
  judge: Judge,
): Promise<FoundSet> {
  const tried = new Set<string>();
  const best = async (sets: readonly FeatureSet[]) => {
    sets.forEach((set) => tried.add(keyOf(set)));
    const scores = await judge(sets);
    const i = scores.reduce((low, s, j) => s < scores[low]! ? j : low, 0);
    return { set: sets[i] ?? [], score: scores[i] ?? Infinity };
  };
  const inOrder = (set: FeatureSet) =>
    candidates.filter((f) => set.includes(f));
  let found = await best(candidates.map((f) => [f]));
  let { set } = found;
  while (
    found.score >= 1 && set.length < Math.min(MOST_FEATURES, candidates.length)
  ) {
    let grown = await best(
      candidates.filter((f) => !set.includes(f)).map((f) =>
        inOrder([...set, f])
      ),
    );
    if (set.length === 1 && grown.score >= 1) {
      grown = await best(pairs(candidates));
    }
    ({ set } = grown);
    // More is not always better.
    if (grown.score < found.score) found = grown;
  }
  while (found.score < 1 && found.set.length > 3) {
    const pruned = await best(found.set.map((f) => without(found.set, f)));
    if (pruned.score >= 1) break;
    found = pruned;
  }
  return { ...found, tried: tried.size };
}

function pairs(of: readonly number[]): FeatureSet[] {
  return of.flatMap((f, i) => of.slice(i + 1).map((g) => [f, g]));
}

/**
 * Takes a feature out of a set.
 *
 * @param set The set.
 * @param feature The feature.
 * @returns The others, in their order.
 */
export function without(set: FeatureSet, feature: number): FeatureSet {
  return set.filter((f) => f !== feature);
}

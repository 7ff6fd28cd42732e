import type { FeatureSet } from "./impute_sets.ts";
import { keyOf } from "./judge_sets.ts";

/** What sets are drawn from, and how many. */
export interface RandomSetsOptions {
  /** How many features there are. */
  readonly features: number;
  /** Sets wanted; fewer come where there are no more. */
  readonly count: number;
  /** Gives numbers in [0, 1), the same ones for the same seed. */
  readonly random: () => number;
}

/**
 * Draws sets of features that are as large as a set, each another one and none of
 * them the set itself.
 *
 * @param set The set to compare with.
 * @param options From how many features, how many sets, which chance.
 * @returns The sets.
 */
export function randomSets(
  set: FeatureSet,
  { features, count, random }: RandomSetsOptions,
): FeatureSet[] {
  const others = choose(features, set.length) - 1;
  const drawn = new Map<string, FeatureSet>();
  while (drawn.size < Math.min(count, others)) {
    const one = new Set<number>();
    while (one.size < set.length) one.add(Math.floor(random() * features));
    drawn.set(keyOf([...one]), [...one]);
    drawn.delete(keyOf(set));
  }
  return [...drawn.values()];
}

/** How many sets of `k` there are of `n`. */
function choose(n: number, k: number): number {
  let sets = 1;
  for (let i = 0; i < k; i++) sets = sets * (n - i) / (i + 1);
  return Math.round(sets);
}

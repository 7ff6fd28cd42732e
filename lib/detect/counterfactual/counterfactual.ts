import type { Counterfactual } from "../incident.ts";
import { quantile } from "../quantile.ts";
import type { Judge } from "./judge_sets.ts";
import { randomSets } from "./random_sets.ts";
import { smallestSet, without } from "./smallest_set.ts";

/** Features that are tried: those with the largest shares. */
const MOST_CANDIDATES = 8;

/** Random sets that stand beside the one found. */
const RANDOM_SETS = 20;

/** What a counterfactual is found by. */
export interface CounterfactualOptions {
  /** Names of all features, in the table's order. */
  readonly names: readonly string[];
  /** Features by falling share in the incident. */
  readonly ranked: readonly number[];
  /** Gives numbers in [0, 1), the same ones for the same seed. */
  readonly random: () => number;
}

/**
 * Finds the smallest set of features whose values, imputed from the others, clear
 * an alarm, with what its claim can be checked by: each of its features put back,
 * each alone, and random sets of the same size.
 *
 * @param judge Gives the highest score with a set imputed.
 * @param options Names, order and chance.
 * @returns The counterfactual without the steps that it was judged at.
 */
export async function counterfactual(
  judge: Judge,
  { names, ranked, random }: CounterfactualOptions,
): Promise<Omit<Counterfactual, "steps">> {
  const candidates = ranked.slice(0, MOST_CANDIDATES);
  const { set, score, tried } = await smallestSet(candidates, judge);
  const drawn = randomSets(set, {
    features: names.length,
    count: RANDOM_SETS,
    random,
  });
  const rest = set.map((f) => without(set, f));
  const alone = set.map((f) => [f]);
  const [before = NaN, ...others] = await judge(
    [[], ...rest, ...alone, ...drawn],
  );
  const after = others.slice(2 * set.length);
  return {
    features: set.map((f) => names[f]!),
    scoreBefore: before,
    scoreAfter: score,
    clears: score < 1,
    leaveOneOut: set.map((f, i) => ({
      feature: names[f]!,
      scoreAfter: others[i]!,
      scoreAlone: others[set.length + i]!,
    })),
    random: {
      sets: drawn.length,
      medianScoreAfter: drawn.length === 0 ? null : quantile(after, 0.5),
      clears: after.filter((s) => s < 1).length,
    },
    tried,
  };
}

import type { MachineRun } from "./judge_machines.ts";
import { meanOf } from "./mean_of.ts";
import type { BudgetName, BudgetQuality, Quality } from "./quality.ts";

/** A recipe's figures. */
export interface RecipeResult {
  /** By machine, the mean over the seeds. */
  readonly machines: Readonly<Record<string, Quality>>;
  /** The mean over the machines. */
  readonly mean: Quality;
}

/** A recipe's figures, those at each alarm budget too. */
export interface BudgetResult extends RecipeResult {
  /** By budget, the mean over seeds and machines. */
  readonly atBudget: Readonly<Record<BudgetName, BudgetQuality>>;
}

/** What the benchmark gives, as its JSON holds it. */
export interface BenchmarkResult extends BudgetResult {
  /** The recipe that was measured. */
  readonly recipe: string;
  /** With how many seeds: 1, 2 and so on; 1 where it trains no network. */
  readonly seeds: number;
  /**
   * What it stands beside, with one seed each; and other recipes that were asked
   * for, with as many seeds as the first and figures at each budget.
   */
  readonly peers: Readonly<Record<string, RecipeResult | BudgetResult>>;
}

/**
 * Takes the means of a recipe's runs.
 *
 * @param name The recipe's name among the contenders.
 * @param runs All runs.
 * @returns Its figures.
 */
export function resultOf(
  name: string,
  runs: readonly MachineRun[],
): BudgetResult {
  const own = runs.filter(({ contender }) => contender === name);
  const byMachine = Object.entries(
    Object.groupBy(own, ({ machine }) => machine),
  ).map(([machine, some = []]) => ({
    machine,
    quality: meanOf(some.map(({ quality }) => quality)),
    budgets: meansAt(some.map(({ atBudget }) => atBudget)),
  }));
  return {
    machines: Object.fromEntries(
      byMachine.map(({ machine, quality }) => [machine, quality]),
    ),
    mean: meanOf(byMachine.map(({ quality }) => quality)),
    atBudget: meansAt(byMachine.map(({ budgets }) => budgets)),
  };
}

function meansAt(all: readonly BudgetResult["atBudget"][]) {
  const at = (budget: BudgetName) => meanOf(all.map((one) => one[budget]));
  return { "1/week": at("1/week"), "1/day": at("1/day"), "2/day": at("2/day") };
}

/**
 * Leaves a peer's figures at budgets out.
 *
 * @param result All figures.
 * @returns Those by machine and their mean.
 */
export function withoutBudgets({ machines, mean }: BudgetResult): RecipeResult {
  return { machines, mean };
}

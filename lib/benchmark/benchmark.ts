import type { BenchmarkParams } from "@lib/benchmark/benchmark_params.ts";
import {
  type Contender,
  judgeMachines,
  type MachineRun,
} from "@lib/benchmark/judge_machines.ts";
import { causeNotes } from "@lib/benchmark/cause_notes.ts";
import { type Machine, machineOf } from "@lib/benchmark/machine.ts";
import { meanOf } from "@lib/benchmark/mean_of.ts";
import type {
  BudgetName,
  BudgetQuality,
  Quality,
} from "@lib/benchmark/quality.ts";
import {
  DEFAULT_RECIPE,
  type RecipeName,
} from "@lib/benchmark/recipe_names.ts";
import { RECIPES } from "@lib/benchmark/recipes.ts";
import { requireResultPlace } from "@lib/benchmark/result_place.ts";
import { InputError } from "@lib/errors.ts";
import { openEngine } from "@lib/model/open_engine.ts";
import { nearest } from "@lib/pipeline/nearest.ts";
import type { ProgressListener } from "@lib/pipeline/progress.ts";
import { toJson } from "@lib/pipeline/to_json.ts";
import { writeFile } from "@lib/pipeline/write_folder.ts";
import { listMachines } from "@lib/source/labelled/list_machines.ts";
import { readMachine } from "@lib/source/labelled/read_machine.ts";

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
 * The benchmark step: has recipes learn from machines' train parts, without
 * labels, and measures what they make of the test parts. All machines are read
 * and checked before anything is trained. Models stay in memory.
 *
 * @param params Folder, machines, seeds, recipes.
 * @param listener Hears of progress.
 * @returns All figures; they are written to `out` too, where it is given.
 * @throws {InputError} For input that cannot be used.
 */
export async function benchmark(
  params: BenchmarkParams,
  listener: ProgressListener,
): Promise<BenchmarkResult> {
  const { out, recipes, seeds } = params;
  if (out !== null) await requireResultPlace(out);
  const folder = await listMachines(params.dir);
  const machines = chosen(folder.names, params);
  const read = (name: string) => readMachine(folder, name);
  const peers = params.peers.filter((name) => !recipes.includes(name));
  const contenders = [
    ...recipes.map((name) => contender(name, seeds)),
    ...peers.map((name) => contender(name, 1)),
  ];
  for (const name of machines) {
    const machine = machineOf(await read(name));
    requireLearnable(machine, contenders);
    causeNotes(machine).forEach((text) => listener({ kind: "said", text }));
  }
  const engine = await openEngine("auto");
  const context = { machines, read, engine, listener };
  const runs = await judgeMachines(contenders, context);
  const [first = DEFAULT_RECIPE, ...others] = recipes;
  const found: BenchmarkResult = {
    recipe: first,
    seeds: contenders[0]!.seeds.length,
    ...resultOf(first, runs),
    peers: Object.fromEntries([
      ...others.map((name) => [name, resultOf(name, runs)]),
      ...peers.map((name) => [name, withoutBudgets(resultOf(name, runs))]),
    ]),
  };
  if (out !== null) await writeFile(out, toJson(found));
  return found;
}

function chosen(
  known: readonly string[],
  { dir, machines }: BenchmarkParams,
): readonly string[] {
  const unknown = machines?.find((name) => !known.includes(name));
  if (unknown === undefined) return machines ?? known;
  throw new InputError(`benchmark ${dir}`, "every machine must be in it", {
    got: unknown,
    hint: nearest(unknown, known) ??
      `it holds ${known.slice(0, 5).join(", ")}${known.length > 5 ? " …" : ""}`,
  });
}

function requireLearnable(
  machine: Machine,
  contenders: readonly Contender[],
): void {
  try {
    contenders.forEach(({ recipe }) => recipe.check?.(machine));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(
      `benchmark ${machine.name}`,
      "its train part must be one to learn from",
      { hint: error.message, cause: error },
    );
  }
}

/** Only a network's result depends on the seed in a way that a mean tells of. */
function contender(name: RecipeName, seeds: number): Contender {
  const recipe = RECIPES[name];
  const length = recipe.learns === "network" ? seeds : 1;
  return { name, recipe, seeds: Array.from({ length }, (_, i) => i + 1) };
}

function resultOf(name: string, runs: readonly MachineRun[]): BudgetResult {
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

function withoutBudgets({ machines, mean }: BudgetResult): RecipeResult {
  return { machines, mean };
}

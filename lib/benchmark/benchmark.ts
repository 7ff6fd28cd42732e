import type { BenchmarkParams } from "./benchmark_params.ts";
import { type Contender, judgeMachines } from "./judge_machines.ts";
import {
  type BenchmarkResult,
  resultOf,
  withoutBudgets,
} from "./benchmark_result.ts";
import { causeNotes } from "./cause_notes.ts";
import { type Machine, machineOf } from "./machine.ts";
import { DEFAULT_RECIPE, type RecipeName } from "./recipe_names.ts";
import { RECIPES } from "./recipes.ts";
import { requireResultPlace } from "./result_place.ts";
import { InputError } from "../errors.ts";
import { openEngine } from "../model/open_engine.ts";
import { nearest } from "../pipeline/base/nearest.ts";
import type { ProgressListener } from "../pipeline/base/progress.ts";
import { toJson } from "../pipeline/base/to_json.ts";
import { writeFile } from "../pipeline/files/write_folder.ts";
import { listMachines } from "../source/labelled/list_machines.ts";
import { readMachine } from "../source/labelled/read_machine.ts";

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

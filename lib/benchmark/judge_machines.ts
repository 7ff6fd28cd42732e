import { type Machine, machineOf } from "./machine.ts";
import { type Judged, qualityOf } from "./quality.ts";
import type { Recipe } from "./recipe.ts";
import type { Engine } from "../model/engine.ts";
import type { ProgressListener } from "../pipeline/base/progress.ts";
import type { MachineTables } from "../source/labelled/machine_tables.ts";

/** A recipe that is to be run on every machine. */
export interface Contender {
  /** The recipe's name. */
  readonly name: string;
  /** The recipe. */
  readonly recipe: Recipe;
  /** The seeds that it is run with, one after the other. */
  readonly seeds: readonly number[];
}

/** What the contenders are run on and with. */
export interface JudgeContext {
  /** The machines' names. */
  readonly machines: readonly string[];
  /** Gives a machine's tables; they are not kept. */
  readonly read: (name: string) => Promise<MachineTables>;
  /** What runs networks. */
  readonly engine: Engine;
  /** Hears of progress. */
  readonly listener: ProgressListener;
}

/** One run of a contender on a machine. */
export interface MachineRun extends Judged {
  /** The contender's name. */
  readonly contender: string;
  /** The machine's name. */
  readonly machine: string;
}

/** How long a run takes beside others, for the progress bar. */
const EFFORT = { network: 20, statistics: 3, nothing: 1 } as const;

/**
 * Runs contenders on machines, one machine after the other, and measures them.
 *
 * @param contenders The contenders.
 * @param context Machines; who reads, computes, hears.
 * @returns One entry a machine, contender and seed.
 */
export async function judgeMachines(
  contenders: readonly Contender[],
  { machines, read, engine, listener }: JudgeContext,
): Promise<MachineRun[]> {
  const runs: MachineRun[] = [];
  const whole = machines.length * contenders
    .reduce((sum, { recipe, seeds }) => sum + effort(recipe) * seeds.length, 0);
  let done = 0;
  for (const name of machines) {
    const machine = machineOf(await read(name));
    for (const { name: contender, recipe, seeds } of contenders) {
      for (const seed of seeds) {
        const of = seeds.length > 1 ? `, seed ${seed}/${seeds.length}` : "";
        const onProgress = (share: number) =>
          listener({
            kind: "at",
            stage: "benchmark",
            done: (done + share * effort(recipe)) / whole,
            detail: `${name}: ${contender}${of}`,
          });
        onProgress(0);
        const judged = await judge(machine, recipe, {
          ...{ seed, engine, onProgress },
        });
        runs.push({ contender, machine: name, ...judged });
        done += effort(recipe);
      }
    }
  }
  listener({ kind: "at", stage: "benchmark", done: 1, detail: "done" });
  return runs;
}

async function judge(
  machine: Machine,
  recipe: Recipe,
  context: Parameters<Recipe["judge"]>[1],
): Promise<Judged> {
  const began = performance.now();
  const judgement = await recipe.judge(machine, context);
  const seconds = (performance.now() - began) / 1000;
  return qualityOf(machine, judgement, { seconds });
}

function effort({ learns }: Recipe): number {
  return EFFORT[learns];
}

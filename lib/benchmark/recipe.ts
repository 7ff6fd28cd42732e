import type { StepRange } from "../frame/metric_table.ts";
import type { Engine } from "../model/engine.ts";
import type { Machine } from "./machine.ts";

/** A way to score a machine that the benchmark can try. */
export interface Recipe {
  /** Whether it trains a network, which takes most of the time. */
  readonly learns: "network" | "statistics" | "nothing";
  /**
   * Refuses a machine that it cannot learn from, before long work on others.
   *
   * @param machine The machine.
   * @throws {InputError} If it cannot.
   */
  readonly check?: (machine: Machine) => void;
  /**
   * Learns from train, without labels, and scores test.
   *
   * @param machine The machine; neither its labels nor its causes may be used.
   * @param context Seed, engine, who hears of progress.
   * @returns What it makes of test.
   */
  readonly judge: (
    machine: Machine,
    context: RecipeContext,
  ) => Judgement | Promise<Judgement>;
}

/** What a recipe is given besides the machine. */
export interface RecipeContext {
  /** Seeds whatever is random. */
  readonly seed: number;
  /** What runs networks. */
  readonly engine: Engine;
  /** Hears how much is done, in [0, 1]. */
  readonly onProgress: (done: number) => void;
}

/** What a recipe makes of a machine's test time. */
export interface Judgement {
  /** The higher, the more abnormal, shape `[steps]`; NaN where not scored. */
  readonly score: ArrayLike<number>;
  /** The smallest score that alarms, by the recipe's own default. */
  readonly threshold: number;
  /** Runs of alarms at most this many steps apart are one. */
  readonly mergeGapSteps: number;
  /**
   * Steps in a row that must alarm.
   *
   * @default {1}
   */
  readonly minSteps?: number;
  /** Gives the threshold at a budget of alarms a day, fitted without labels. */
  readonly thresholdAt: (perDay: number) => number;
  /** Ranks all metrics by their part in a range of steps, the most to blame first. */
  readonly rank: (range: StepRange) => readonly string[];
}

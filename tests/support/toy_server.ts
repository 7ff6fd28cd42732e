import type { MetricTable } from "@lib/frame/metric_table.ts";
import { openEngine } from "@lib/model/open_engine.ts";
import type { ModelBytes } from "@lib/model/engine.ts";
import { parseParams } from "@lib/pipeline/params/params.ts";
import type { LearnedDetector } from "@lib/pipeline/scoring/score_table.ts";
import { learn, trainingWindows } from "@lib/pipeline/training/learn.ts";
import { trainingDataOf } from "@lib/pipeline/training/read_training.ts";
import { trainOptions } from "@lib/pipeline/training/train_options.ts";
import { metricTable } from "./metric_table.ts";
import { uniform } from "./sample_series.ts";

/** Names of a toy server's metrics. */
export const TOY_METRICS = ["a", "b", "c", "d", "e", "f", "g"];

/** What goes wrong on a toy server. */
export interface Breakage {
  /** Metrics that go wrong, by their places. */
  readonly metrics: readonly number[];
  /** First step. */
  readonly start: number;
  /** The step after the last. */
  readonly end: number;
}

/**
 * Makes the metrics of a toy server: two rhythms of load, each metric a mix of
 * both with noise, so that each follows from the others.
 *
 * @param steps How many.
 * @param options Seed of the noise, and what goes wrong.
 * @returns The table, of 1-minute steps.
 */
export function toyServer(
  steps: number,
  { seed, broken = [] }: {
    readonly seed: number;
    readonly broken?: readonly Breakage[];
  },
): MetricTable {
  const next = uniform(seed);
  const values = Array.from({ length: steps }, (_, t) => {
    const loads = [Math.sin(t / 9), Math.sin(t / 23 + 1)];
    return TOY_METRICS.map((_, f) => {
      const share = f / (TOY_METRICS.length - 1);
      const usual = share * loads[0]! + (1 - share) * loads[1]! +
        0.05 * (next() - 0.5);
      const isBroken = broken.some(({ metrics, start, end }) =>
        metrics.includes(f) && t >= start && t < end
      );
      return isBroken ? 1.5 - 2 * usual : usual;
    });
  }).flat();
  const metrics = TOY_METRICS.map((name) => (
    { name, unit: "", kind: "gauge", description: "" } as const
  ));
  return metricTable({ metrics, values });
}

/**
 * Learns a toy server, in a second or two.
 *
 * @returns Network and detector.
 */
export async function learnToyServer(): Promise<
  { readonly bytes: ModelBytes; readonly detector: LearnedDetector }
> {
  const params = parseParams({ seed: 1, window: 6, hidden: 16, epochs: 12 });
  const data = trainingDataOf(toyServer(2000, { seed: 3 }), params.window);
  const windows = trainingWindows(data, params.window);
  const engine = await openEngine("simd", { threads: 1 });
  const { bytes, fitted } = await learn(data, {
    training: {
      windows,
      options: trainOptions(params, windows.fit.ends.length),
    },
    engine,
    alarmBudget: params.alarmBudget,
    alarmTimes: params,
  });
  return { bytes, detector: fitted };
}

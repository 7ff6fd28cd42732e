import { planWork } from "@lib/model/simd/plan.ts";
import { parseParams } from "@lib/pipeline/params/params.ts";
import { trainOptions } from "@lib/pipeline/training/train_options.ts";

/**
 * Tells how many threads the default network takes to learn a synthetic table's
 * three metrics, where it may take two: tests that mean threads are to have them.
 *
 * @param windows Windows of an epoch, or fewer.
 * @param epochs Passes over them.
 * @returns Threads.
 */
export function plannedThreads(windows: number, epochs: number): number {
  const params = parseParams({ epochs });
  const { window, hidden } = params;
  const { batchSize } = trainOptions(params, windows);
  return planWork({
    shape: { window, features: 3, hidden },
    trained: windows * epochs,
    scored: 0,
    batchSize,
    threads: 2,
  }).threads;
}

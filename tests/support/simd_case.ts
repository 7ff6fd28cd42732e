import type { WindowSet } from "@lib/model/engine.ts";
import { weightCount } from "@lib/model/flat_weights.ts";
import type { NetworkShape } from "@lib/model/network_shape.ts";
import { seededRandom } from "@lib/model/random.ts";
import {
  fromPanels,
  panelIndices,
  toPanels,
} from "@lib/model/simd/panel_weights.ts";
import { planWork } from "@lib/model/simd/plan.ts";
import { openTeam, parameterLists } from "@lib/model/simd/team.ts";
import { giveTrainJob } from "@lib/model/simd/train_job.ts";

/** A network with its weights, and windows for it. */
export interface SimdCase {
  readonly shape: NetworkShape;
  /** One after the other. */
  readonly weights: Float32Array;
  /** A step apart. */
  readonly windows: WindowSet;
}

/**
 * Draws a case as `simd_cases.py` does.
 *
 * @param seed Same seed, same numbers.
 * @param shape Sizes of the network.
 * @param options How many windows.
 * @returns Weights within ±1.5 / √hidden, a series within ±1.
 */
export function drawCase(
  seed: number,
  shape: NetworkShape,
  { windows }: { readonly windows: number },
): SimdCase {
  const random = seededRandom(seed);
  const draw = (length: number, limit: number) =>
    Float32Array.from({ length }, () => (2 * random() - 1) * limit);
  const { window, features, hidden } = shape;
  const weights = draw(weightCount(shape), 1.5 / Math.sqrt(hidden));
  const values = draw((windows + window - 1) * features, 1);
  const ends = Int32Array.from({ length: windows }, (_, w) => w + window);
  return {
    shape,
    weights,
    windows: { values, features, length: window, ends },
  };
}

/**
 * Takes the loss and its gradient on the kernel, on one thread.
 *
 * @param drawn The case; all windows are one batch.
 * @returns The mean squared error, and the gradient in the order of the weights.
 */
export async function simdGradient(
  { shape, weights, windows }: SimdCase,
): Promise<{ readonly loss: number; readonly gradient: Float32Array }> {
  const batchSize = windows.ends.length;
  const plan = planWork({
    shape,
    scored: 0,
    trained: 1,
    batchSize,
    threads: 1,
  });
  const team = await openTeam(plan);
  const indices = panelIndices(shape);
  const [parameters] = parameterLists(team);
  toPanels(weights, indices, { parameters });
  team.renew();
  const order = windows.ends.map((_, w) => w);
  const training = {
    fit: windows,
    batchSize,
    learningRate: 0,
    steps: 0,
    slot: 0,
  };
  const [loss = NaN] = await giveTrainJob(team, order, training).losses();
  const gradient = new Float32Array(weights.length);
  const used = Math.ceil(batchSize / plan.shardWindows);
  for (let s = 0; s < used; s++) {
    const { gradients = 0, gradientBytes = 0 } = plan.layout.shared;
    const start = (gradients + s * gradientBytes) / 4;
    const block = team.floats.subarray(start, start + plan.layout.parameters);
    fromPanels(block, indices).forEach((value, i) => gradient[i]! += value);
  }
  team.dispose();
  return { loss, gradient };
}

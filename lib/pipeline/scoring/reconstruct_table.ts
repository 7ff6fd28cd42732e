import {
  clampInput,
  type Distances,
  distances,
} from "../../detect/distance.ts";
import { InputError } from "../../errors.ts";
import type { MetricTable, StepRange } from "../../frame/metric_table.ts";
import { scale, type Scaler, unscale } from "../../frame/scaler.ts";
import { windowEnds } from "../../frame/windows.ts";
import type { Autoencoder } from "../../model/engine.ts";

/** How a table is reconstructed. */
export interface ReconstructTableOptions {
  /** The network's scaler. */
  readonly scaler: Scaler;
  /**
   * Steps that are worked on at once; the numbers do not depend on it.
   *
   * @default as many as have 2 million values
   */
  readonly partSteps?: number;
}

/** Values worked on at once: 8 MiB in each of the arrays that a part needs. */
const PART_VALUES = 2 ** 21;

/**
 * Counts the steps that are worked on at once.
 *
 * @param features Values a step.
 * @returns Steps.
 */
export function partSteps(features: number): number {
  return Math.ceil(PART_VALUES / features);
}

/**
 * Reconstructs every step that a whole window without a gap leads up to, part by
 * part, so that the memory beside the result does not grow with the table.
 *
 * @param autoencoder The network.
 * @param table The table with the network's features.
 * @param options The scaler, and how much is done at once.
 * @returns Expected values in units and scaled distances, shape `[steps, features]`.
 * @throws {InputError} If there is no such step.
 */
export async function reconstructTable(
  autoencoder: Autoencoder,
  table: MetricTable,
  options: ReconstructTableOptions,
): Promise<Distances> {
  const features = table.metrics.length;
  const { scaler, partSteps: most = partSteps(features) } = options;
  // The parts cover all of them: what is not touched yet takes no memory.
  const expected = new Float32Array(table.values.length);
  const distance = new Float32Array(table.values.length);
  let windows = 0;
  for (let start = 0; start < table.steps; start += most) {
    const range = { start, end: Math.min(table.steps, start + most) };
    const part = await reconstructPart(autoencoder, table, { range, scaler });
    expected.set(part.expected, start * features);
    distance.set(part.distance, start * features);
    windows += part.windows;
  }
  requireScored({ windows }, { autoencoder, table });
  return { expected, distance };
}

/**
 * Refuses a table of which no step can be scored.
 *
 * @param found What was reconstructed.
 * @param of The network and the table.
 * @throws {InputError} If there was no whole window.
 */
export function requireScored(
  { windows }: { readonly windows: number },
  { autoencoder, table }: {
    readonly autoencoder: Autoencoder;
    readonly table: MetricTable;
  },
): void {
  if (windows > 0) return;
  throw new InputError(
    "score",
    `there must be ${autoencoder.window} steps of ${
      table.intervalMs / 1000
    } s without a gap`,
    {
      got: table.steps,
      hint: "the model was trained on data at this interval",
    },
  );
}

/** A range of steps, how it is scaled, and how far its values are moved back. */
export interface ReconstructPartOptions {
  /** The range. */
  readonly range: StepRange;
  /** The network's scaler. */
  readonly scaler: Scaler;
  /**
   * What is taken from each feature's scaled values first, shape `[features]`.
   *
   * @default {0}
   */
  readonly offsets?: Float64Array;
}

/**
 * Reconstructs the steps of a range that a whole window of the table leads up to.
 *
 * @param autoencoder The network.
 * @param table The table with the network's features.
 * @param options The range, the scaler, and how far values are moved back.
 * @returns Expected values in units, where they are, and scaled distances, in the
 *   range's shape; and how many windows there were.
 */
export async function reconstructPart(
  autoencoder: Autoencoder,
  { values, imputed, metrics }: MetricTable,
  { range, scaler, offsets }: ReconstructPartOptions,
): Promise<Distances & { readonly windows: number }> {
  const features = metrics.length;
  // The windows that end in this part begin before it.
  const from = Math.max(0, range.start - autoencoder.window + 1);
  const own = (range.start - from) * features;
  const cells = [from * features, range.end * features] as const;
  const scaled = scale({ values: values.subarray(...cells) }, scaler);
  move(scaled, offsets, -1);
  const steps = { start: 0, end: range.end - from };
  const length = autoencoder.window;
  const ends = windowEnds({ values: scaled, metrics }, steps, length);
  const reconstructed = ends.length === 0
    ? new Float32Array()
    : await autoencoder.reconstructLast(
      { values: clampInput(scaled), features, length, ends },
    );
  const { expected, distance } = distances({
    scaled,
    reconstructed,
    ends,
    imputed: imputed.subarray(...cells),
    features,
  });
  move(expected, offsets, 1);
  return {
    expected: unscale(expected, scaler).subarray(own),
    distance: distance.subarray(own),
    windows: ends.length,
  };
}

/** In place. */
function move(
  scaled: Float32Array,
  offsets: Float64Array | undefined,
  sign: 1 | -1,
): void {
  if (offsets === undefined) return;
  for (let i = 0; i < scaled.length; i++) {
    scaled[i] = scaled[i]! + sign * offsets[i % offsets.length]!;
  }
}

import { windowEnds } from "../../frame/windows.ts";
import { clampInput } from "../distance.ts";

/** Features by their places in the table. */
export type FeatureSet = readonly number[];

/** Reconstructs the last step of each window, shape `[windows, features]`. */
export type ReconstructLast = (windows: {
  /** Row-major scaled values inside train's range, shape `[steps, features]`. */
  readonly values: Float32Array;
  /** Features a step. */
  readonly features: number;
  /** Steps a window. */
  readonly length: number;
  /** First step after each window, ascending. */
  readonly ends: Int32Array;
}) => Promise<Float32Array>;

/** A stretch of scaled time in which features are replaced. */
export interface ImputeInput {
  /** Row-major scaled values, shape `[steps, features]`; NaN in a gap. */
  readonly scaled: Float32Array;
  /** Features a step. */
  readonly features: number;
  /** Steps a window. */
  readonly length: number;
  /** First step whose values are replaced. */
  readonly replacedFrom: number;
  /** What a replaced feature begins with, in [0, 1], shape `[features]`. */
  readonly start: ArrayLike<number>;
  /** The network. */
  readonly reconstructLast: ReconstructLast;
  /** Gives the highest score of a stretch as the network sees it. */
  readonly highest: (stretch: Reconstructed) => number;
}

/** A stretch with features replaced, and what the network makes of it. */
export interface Reconstructed {
  /** The values, shape `[steps, features]`. */
  readonly scaled: Float32Array;
  /** First step after each window that ends at a replaced step, ascending. */
  readonly ends: Int32Array;
  /** Their reconstructed last steps, shape `[windows, features]`. */
  readonly reconstructed: Float32Array;
}

/** A stretch with features imputed. */
export interface Imputed extends Reconstructed {
  /** Its highest score. */
  readonly score: number;
}

/** Passes through the network at most. */
const MOST_PASSES = 8;

/** A score has settled that changes by no more than this share of itself in a pass. */
const SETTLED = 0.01;

/**
 * Imputes sets of features from the others: each value is replaced by its
 * reconstruction, again and again, until the highest score settles.
 *
 * It begins with values that know nothing of the stretch, since a reconstruction
 * copies part of what it is given. All sets go through the network together; what
 * one gives does not depend on the others.
 *
 * @param input The stretch, and the network.
 * @param sets The sets.
 * @returns One result a set; where a value still differs from its reconstruction,
 *   the score counts it.
 */
export async function imputeSets(
  input: ImputeInput,
  sets: readonly FeatureSet[],
): Promise<Imputed[]> {
  const { scaled, features, length, replacedFrom, reconstructLast, highest } =
    input;
  // The windows of replaced steps begin before them.
  const first = Math.max(0, replacedFrom - (length - 1));
  const steps = scaled.length / features - first;
  const ends = windowEnds(
    { values: scaled, metrics: { length: features } },
    { start: first, end: first + steps },
    length,
  ).filter((end) => end > replacedFrom);
  const results = sets.map((set) => ({
    set,
    score: Infinity,
    scaled: begun(input, set),
    ends,
    reconstructed: new Float32Array(),
  }));
  let open = results;
  for (let pass = 1; open.length > 0; pass++) {
    const values = new Float32Array(open.length * steps * features);
    const allEnds = new Int32Array(open.length * ends.length);
    open.forEach(({ scaled }, i) => {
      const own = clampInput(scaled.subarray(first * features));
      values.set(own, i * steps * features);
      allEnds.set(
        ends.map((end) => end - first + i * steps),
        i * ends.length,
      );
    });
    const answer = await reconstructLast(
      { values, features, length, ends: allEnds },
    );
    open = open.filter((one, i) => {
      const size = ends.length * features;
      one.reconstructed = answer.slice(i * size, (i + 1) * size);
      const score = highest(one);
      const change = Math.abs(score - one.score);
      one.score = score;
      const isDone = change <= SETTLED * score || pass === MOST_PASSES ||
        one.set.length === 0;
      if (!isDone) replace(input, one);
      return !isDone;
    });
  }
  return results.map(({ set: _, ...imputed }) => imputed);
}

/** The stretch with a set's values as they begin; a gap stays one. */
function begun(
  { scaled, features, replacedFrom, start }: ImputeInput,
  set: FeatureSet,
): Float32Array {
  const values = scaled.slice();
  for (let t = replacedFrom; t < values.length / features; t++) {
    for (const f of set) {
      const i = t * features + f;
      if (!Number.isNaN(values[i]!)) values[i] = start[f]!;
    }
  }
  return values;
}

/**
 * Replaces a set's values by their reconstruction, where a window ends with the
 * step, else by that of the next such step.
 */
function replace(
  { features, replacedFrom }: ImputeInput,
  { set, scaled, ends, reconstructed }: Reconstructed & {
    readonly set: FeatureSet;
  },
): void {
  let w = 0;
  for (let t = replacedFrom; t < scaled.length / features; t++) {
    while (w < ends.length && ends[w]! <= t) w++;
    if (w === ends.length) break;
    for (const f of set) {
      const i = t * features + f;
      if (Number.isNaN(scaled[i]!)) continue;
      scaled[i] = Math.min(1, Math.max(0, reconstructed[w * features + f]!));
    }
  }
}

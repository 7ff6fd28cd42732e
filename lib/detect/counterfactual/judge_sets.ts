import type { StepRange } from "../../frame/metric_table.ts";
import {
  type FeatureSet,
  type ImputeInput,
  imputeSets,
  type Reconstructed,
} from "./impute_sets.ts";

/** A stretch, which of its steps are judged, and how they are scored. */
export interface JudgeInput extends Omit<ImputeInput, "highest"> {
  /** Steps of the stretch whose scores are judged. */
  readonly judged: StepRange;
  /** Scores a stretch in thresholds, shape `[steps]`; NaN where not scored. */
  readonly score: (stretch: Reconstructed) => Float32Array;
}

/**
 * Gives the highest score of the judged steps with a set of features imputed, for
 * each set; as measured for the set of none.
 */
export type Judge = (sets: readonly FeatureSet[]) => Promise<number[]>;

/**
 * Makes what judges sets of features. A set that was judged is not judged again.
 *
 * @param input The stretch.
 * @returns The judge.
 */
export async function judgeSets(input: JudgeInput): Promise<Judge> {
  const { features, judged, score } = input;
  const peakOf = (stretch: Reconstructed) =>
    score(stretch).subarray(judged.start, judged.end)
      .reduce((most, s) => s > most ? s : most, 0);
  const [measured] = await imputeSets(
    { ...input, replacedFrom: 0, highest: peakOf },
    [[]],
  );
  const { ends, reconstructed, score: before } = measured!;
  const highest = (stretch: Reconstructed) => {
    // What leads up to the replaced steps is as measured.
    const lead = ends.length - stretch.ends.length;
    const whole = reconstructed.slice();
    whole.set(stretch.reconstructed, lead * features);
    return peakOf({ ...stretch, ends, reconstructed: whole });
  };
  const known = new Map<string, number>([["", before]]);
  return async (sets) => {
    const asked = new Map(sets.map((set) => [keyOf(set), set]));
    const fresh = [...asked].filter(([key]) => !known.has(key));
    const imputed = await imputeSets(
      { ...input, highest },
      fresh.map(([, set]) => set),
    );
    fresh.forEach(([key], i) => known.set(key, imputed[i]!.score));
    return sets.map((set) => known.get(keyOf(set))!);
  };
}

/**
 * Names a set, whatever its order.
 *
 * @param set The set.
 * @returns A text that no other set has.
 */
export function keyOf(set: FeatureSet): string {
  return set.toSorted((a, b) => a - b).join(" ");
}

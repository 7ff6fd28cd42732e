import { fromRoot } from "@lib/pipeline/base/paths.ts";

/** A known answer of TSB-AD and scikit-learn. */
export interface StoredCase {
  /** Names the case. */
  readonly name: string;
  /** Scores; NaN where a step has none. */
  readonly score: ArrayLike<number>;
  /** 1 where a step is labelled. */
  readonly label: Uint8Array;
  /** The widest buffer, in steps. */
  readonly maxBuffer: number;
  /** `RangeAUC_volume_opt()` of TSB-AD 1.5. */
  readonly vusPr: number;
  /** `average_precision_score()` of scikit-learn 1.9.1. */
  readonly aucPr: number;
}

const FOLDER = "tests/testdata/measure";

/** All that `make_expected.py` wrote. */
export const EXPECTED = JSON.parse(
  await Deno.readTextFile(fromRoot(`${FOLDER}/expected.json`)),
);

/** Scores of real machines: of whenwhy's own detector, and of a peer. */
export const REAL_CASES: readonly StoredCase[] = await Promise.all(
  EXPECTED.real.map(async (
    { file, events, period, ...answer }: {
      file: string;
      events: [number, number][];
      period: number;
      vusPr: number;
      aucPr: number;
    },
  ) => {
    const bytes = await Deno.readFile(fromRoot(`${FOLDER}/${file}`));
    const score = new Float32Array(bytes.buffer);
    const label = new Uint8Array(score.length);
    events.forEach(([start, end]) => label.fill(1, start, end));
    return { name: file, score, label, maxBuffer: period, ...answer };
  }),
);

/** Short events close together and at the ends, scores with many ties. */
export const SMALL_CASES: readonly StoredCase[] = EXPECTED.small.map(
  (
    { label, ...rest }: { label: number[] } & Omit<StoredCase, "label">,
    i: number,
  ) => ({ ...rest, name: `small ${i}`, label: Uint8Array.from(label) }),
);

import { fromRoot } from "@lib/pipeline/base/paths.ts";

/** A known answer of SciPy 1.17.1 and pyMannKendall 1.4.3. */
export interface StoredTrend {
  readonly name: string;
  readonly times: readonly number[];
  readonly values: readonly number[];
  /** `scipy.stats.theilslopes()`. */
  readonly slope: number;
  /** The same at 95 %. */
  readonly interval: readonly [number, number];
  /** `original_test()`: Kendall's statistic, its variance and z. */
  readonly s: number;
  readonly variance: number;
  readonly z: number;
  /** `hamed_rao_modification_test()`; `null` for uneven times. */
  readonly hamedRaoVariance: number | null;
}

/** All that `tests/testdata/trend/make_expected.py` wrote. */
export const STORED_TRENDS: readonly StoredTrend[] = JSON.parse(
  await Deno.readTextFile(fromRoot("tests/testdata/trend/expected.json")),
);

/**
 * Says whether two numbers are the same but for rounding.
 *
 * @param a One.
 * @param b The other.
 * @returns Whether they are within 1e-9 of their size.
 */
export function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

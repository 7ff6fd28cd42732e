import { type Tile, tileRows } from "./tile_rows.ts";

/** Which metric has values when. */
export interface CoverageSeries {
  /** Time of step 0, milliseconds since 1970 UTC. */
  readonly startMs: number;
  /** Milliseconds from one step to the next. */
  readonly intervalMs: number;
  /** How many steps. */
  readonly steps: number;
  /** The metrics' names, from top to bottom. */
  readonly names: readonly string[];
  /** Row-major values, shape `[steps, names]`; NaN where there is none. */
  readonly values: Float32Array;
  /** 1 where a value was filled in, shape `[steps, names]`. */
  readonly imputed: Uint8Array;
}

/** What a part of the time holds: one missing step makes it missing. */
export type Coverage = "missing" | "imputed" | "present";

/** Bins of a chart at most. */
export const COVERAGE_BINS = 300;

/**
 * Finds the stretches of time in which a metric's values are alike.
 *
 * @param series Values and what was filled in.
 * @param options How many equal parts of the time are told apart; no more than steps.
 * @returns Stretches in steps, metric by metric, that cover every step once.
 */
export function coverageStretches(
  series: CoverageSeries,
  { bins }: { readonly bins: number },
): Tile<Coverage>[] {
  const { names, steps } = series;
  const count = Math.min(bins, steps);
  const stepOf = (bin: number) => Math.floor((bin * steps) / count);
  return tileRows(
    names.length,
    count,
    (row, bin) => worstOf(series, row, [stepOf(bin), stepOf(bin + 1)]),
  ).map(({ row, start, end, of }) => (
    { row, start: stepOf(start), end: stepOf(end), of }
  ));
}

function worstOf(
  { values, imputed, names }: CoverageSeries,
  row: number,
  [start, end]: readonly [number, number],
): Coverage {
  let state: Coverage = "present";
  for (let t = start; t < end; t++) {
    const at = t * names.length + row;
    if (Number.isNaN(values[at]!)) return "missing";
    if (imputed[at] === 1) state = "imputed";
  }
  return state;
}

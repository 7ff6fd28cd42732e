import type { MetricKind } from "./schema.ts";

/**
 * Brings one column onto the grid: the mean of a step's rows for a gauge, the
 * last one for a state. Rows without a value do not count.
 *
 * @param values One value a row, NaN where there is none.
 * @param stepOfRow The step of each row, not falling.
 * @param options How many steps there are, and how the metric behaves.
 * @returns One value a step, NaN where no row has one; shape `[steps]`.
 */
export function aggregate(
  values: Float64Array,
  stepOfRow: Int32Array,
  options: { readonly steps: number; readonly kind: MetricKind },
): Float64Array {
  const { steps, kind } = options;
  const onGrid = new Float64Array(steps).fill(NaN);
  let count = 0;
  let before = -1;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? NaN;
    if (Number.isNaN(value)) continue;
    const t = stepOfRow[row] ?? 0;
    count = t === before ? count + 1 : 1;
    before = t;
    const mean = onGrid[t] ?? NaN;
    onGrid[t] = kind === "state" || count === 1
      ? value
      : mean + (value - mean) / count;
  }
  return onGrid;
}

/**
 * Takes one column out of row-major values.
 *
 * @param values Row-major values, shape `[steps, width]`.
 * @param column Values a step, and which of them.
 * @returns A copy, shape `[steps]`.
 *
 * @example Usage
 * ```ts
 * import { columnOf } from "@lib/frame/column_of.ts";
 * import assert from "node:assert/strict";
 *
 * const values = Float32Array.of(1, 10, 2, 20);
 * assert.deepEqual(columnOf(values, { width: 2, f: 1 }), Float32Array.of(10, 20));
 * ```
 */
export function columnOf(
  values: Float32Array,
  { width, f }: { readonly width: number; readonly f: number },
): Float32Array {
  const column = new Float32Array(values.length / width);
  for (let t = 0; t < column.length; t++) {
    column[t] = values[t * width + f] ?? NaN;
  }
  return column;
}

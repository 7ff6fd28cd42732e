import type { GridRows } from "./grid_rows.ts";

/**
 * Tells at which steps anything was measured.
 *
 * @param columns One value a row each, NaN where there is none.
 * @param grid The grid under the rows.
 * @returns 1 where some column has a value, shape `[steps]`.
 */
export function measuredSteps(
  columns: readonly Float64Array[],
  { steps, stepOfRow }: Pick<GridRows, "steps" | "stepOfRow">,
): Uint8Array {
  const measured = new Uint8Array(steps);
  for (const values of columns) {
    values.forEach((value, row) => {
      if (!Number.isNaN(value)) measured[stepOfRow[row] ?? 0] = 1;
    });
  }
  return measured;
}

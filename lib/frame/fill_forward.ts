import type { MetricTable } from "@lib/frame/metric_table.ts";

/** Where and how far values are carried on. */
export interface FillOptions {
  /** 0 where the server was down, shape `[steps]`. */
  readonly up: Uint8Array;
  /** Steps that a value is carried on at most. */
  readonly carry: number;
}

/**
 * Joins columns row by row and carries values on over short gaps.
 *
 * A filled value is always an earlier one. While the server is down there is no
 * value, and afterwards none from before is used.
 *
 * @param columns One value a step for each metric, NaN where there is none.
 * @param options Where and how far values are carried on.
 * @returns Row-major values and the mask of the filled ones, shape `[steps, metrics]`.
 */
export function fillForward(
  columns: readonly Float64Array[],
  { up, carry }: FillOptions,
): Pick<MetricTable, "values" | "imputed"> {
  const metrics = columns.length;
  const values = new Float32Array(up.length * metrics); // [steps, metrics]
  const imputed = new Uint8Array(up.length * metrics); // [steps, metrics]
  columns.forEach((column, f) => {
    let last = NaN;
    let lastStep = -Infinity;
    for (let t = 0; t < up.length; t++) {
      const measured = up[t] === 1 ? column[t] ?? NaN : NaN;
      const i = t * metrics + f;
      if (!Number.isNaN(measured)) {
        last = measured;
        lastStep = t;
        values[i] = measured;
      } else {
        if (up[t] === 0) lastStep = -Infinity;
        const isCarried = t - lastStep <= carry;
        values[i] = isCarried ? last : NaN;
        imputed[i] = isCarried ? 1 : 0;
      }
    }
  });
  return { values, imputed };
}

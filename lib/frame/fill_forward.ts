import type { MetricTable } from "./metric_table.ts";
import type { SlowStretch } from "./slow_stretches.ts";

/** One metric on the grid. */
export interface FillColumn {
  /** One value a step, NaN where there is none. */
  readonly values: Float64Array;
  /** Where it comes more seldom than the steps, in order. */
  readonly slow: readonly SlowStretch[];
}

/** Where and how far values are carried on. */
export interface FillOptions {
  /** How many columns there are. */
  readonly metrics: number;
  /** 0 where the server was down, shape `[steps]`. */
  readonly up: Uint8Array;
  /** Values of a metric that may be missing in a row and are filled. */
  readonly carry: number;
  /** Steps that a value is carried on at most, however seldom it comes. */
  readonly longest: number;
}

/** A value that comes seldom is carried on over this many of its distances at least. */
const LEAST_REACH = 1.5;

/**
 * Joins columns row by row and carries values on over short gaps.
 *
 * A filled value is always an earlier one. While the server is down there is no
 * value, and afterwards none from before is used. A metric that comes more seldom
 * than the steps is carried on until its next value is due, and as far beyond as
 * any other: over as many of its own missing values.
 *
 * @param columns The metrics.
 * @param options Where and how far values are carried on.
 * @returns Row-major values and the mask of the filled ones, shape `[steps, metrics]`.
 */
export function fillForward(
  columns: Iterable<FillColumn>,
  { metrics, up, carry, longest }: FillOptions,
): Pick<MetricTable, "values" | "imputed"> {
  const values = new Float32Array(up.length * metrics); // [steps, metrics]
  const imputed = new Uint8Array(up.length * metrics); // [steps, metrics]
  let f = 0;
  for (const column of columns) {
    let last = NaN;
    let lastStep = -Infinity;
    let stretch = 0;
    let reach = Math.min(carry, longest);
    for (let t = 0; t < up.length; t++) {
      const measured = up[t] === 1 ? column.values[t] ?? NaN : NaN;
      const i = t * metrics + f;
      if (!Number.isNaN(measured)) {
        last = measured;
        lastStep = t;
        values[i] = measured;
        while ((column.slow[stretch]?.end ?? Infinity) <= t) stretch++;
        const slow = column.slow[stretch];
        const every = slow && slow.start <= t ? slow.every : 1;
        reach = reachOf(every, { carry, longest });
      } else {
        if (up[t] === 0) lastStep = -Infinity;
        const isCarried = t - lastStep <= reach;
        values[i] = isCarried ? last : NaN;
        imputed[i] = isCarried ? 1 : 0;
      }
    }
    f++;
  }
  return { values, imputed };
}

function reachOf(
  every: number,
  { carry, longest }: Pick<FillOptions, "carry" | "longest">,
): number {
  const usual = Math.min((carry + 1) * every - 1, longest);
  return every === 1 ? usual : Math.max(usual, Math.ceil(LEAST_REACH * every));
}

/** Of a long time at most about this many steps are looked at. */
const SAMPLES = 240;

/** Row-major values of which some were filled in. */
export interface MeasuredSteps {
  /** Shape `[steps, features]`; NaN where not scored. */
  readonly distance: Float32Array;
  /** 1 where a value was filled in, shape `[steps, features]`. */
  readonly imputed: Uint8Array;
  /** Features a step. */
  readonly features: number;
}

/** Where to look back from, and how far. */
export interface RecentOptions {
  /** The feature. */
  readonly feature: number;
  /** The last step. */
  readonly last: number;
  /** How many measured steps. */
  readonly count: number;
}

/**
 * Looks back over the measured steps of a feature.
 *
 * @param input Distances, and what was filled in.
 * @param options Where from, and how far.
 * @returns Those steps in order of time, evenly thinned; fewer where there are no
 *   more. The first is that of the whole time.
 */
export function recentSteps(
  { distance, imputed, features }: MeasuredSteps,
  { feature, last, count }: RecentOptions,
): number[] {
  const every = Math.ceil(count / SAMPLES);
  const steps: number[] = [];
  let first = last;
  let seen = 0;
  for (let t = last; t >= 0 && seen < count; t--) {
    const i = t * features + feature;
    if (Number.isNaN(distance[i]!) || imputed[i] === 1) continue;
    if (seen % every === 0) steps.push(t);
    seen++;
    first = t;
  }
  if (steps.at(-1) !== first && seen > 0) steps.push(first);
  return steps.reverse();
}

import { encodeLine } from "../../chart/detail/line_detail.ts";
import type { LevelOf } from "../../chart/detail/levels.ts";

/** Steps of a line that is kept whole where there is room. */
export const MOST_STEPS = 65_536;

/** How finely a line is kept. */
export interface FitOptions {
  /** Levels of the frame that it is drawn in. */
  readonly levelOf: LevelOf;
  /** Characters at most. @default {any number} */
  readonly most?: number | undefined;
}

/**
 * Writes a line as finely as fits.
 *
 * @param values One a step; NaN where there is none.
 * @param options Levels and room.
 * @returns Its detail; empty where nothing fits.
 */
export function fitLine(values: Float32Array, options: FitOptions): string {
  const { levelOf, most = Infinity } = options;
  for (let buckets = MOST_STEPS / 4; buckets >= 1;) {
    const text = encodeLine(values, { levelOf, buckets });
    if (text.length <= most) return `line ${text}`;
    // Where steps are left out, their distances take room too.
    buckets = Math.floor(
      Math.min(buckets, values.length / 4) *
        Math.min(0.9, 0.8 * most / text.length),
    );
  }
  return "";
}

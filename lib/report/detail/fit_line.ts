import { encodeLine } from "../../chart/detail/line_detail.ts";
import type { HeightOf } from "../../chart/detail/levels.ts";

/** Steps of a line that is kept whole where there is room. */
export const MOST_STEPS = 65_536;

/** Heights that are told apart: a tenth of a chart unit, then coarser than that. */
export const LEVELS = [1000, 500, 250, 125] as const;

/** How finely a line is kept. */
export interface FitOptions {
  /** Heights in the frame that it is drawn in. */
  readonly heightOf: HeightOf;
  /** Characters at most. @default {any number} */
  readonly most?: number | undefined;
  /** The finest text, where it is known. */
  readonly finest?: string | undefined;
}

/**
 * Writes a line as finely as fits: coarser heights before fewer steps, since a
 * quarter of a pixel is seen less than a step that is missing.
 *
 * @param values One a step; NaN where there is none.
 * @param options Heights and room.
 * @returns Its detail; empty where nothing fits.
 */
export function fitLine(values: Float32Array, options: FitOptions): string {
  const { heightOf, most = Infinity, finest } = options;
  const write = (levels: number, buckets: number) =>
    `line ${encodeLine(values, { heightOf, levels, buckets })}`;
  let buckets = Math.min(MOST_STEPS, values.length) / 4;
  let length = Infinity;
  for (const levels of LEVELS) {
    // Half as many heights are about a bit, a sixth of a character, less a step.
    length -= 4 * buckets / 5;
    if (length < Infinity && length > most) continue;
    const text = levels === LEVELS[0] && finest !== undefined
      ? finest
      : write(levels, buckets);
    if (text.length <= most) return text;
    length = text.length;
  }
  while (true) {
    // Where steps are left out, their distances take room too.
    buckets = Math.floor(buckets * Math.min(0.9, 0.8 * most / length));
    if (buckets < 1) return "";
    const text = write(LEVELS[3], buckets);
    if (text.length <= most) return text;
    length = text.length;
  }
}

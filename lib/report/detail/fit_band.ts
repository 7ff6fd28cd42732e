import { encodeBand } from "../../chart/detail/band_detail.ts";
import { type FitOptions, LEVELS } from "./fit_line.ts";

/** How finely a band may be kept: heights that are told apart, steps that share an edge. */
const FINENESS = [
  ...LEVELS.map((levels) => ({ levels, every: 1 })),
  ...[2, 3, 5, 10, 20, 30, 60, 120, 300, 600, 1440, 10_080]
    .map((every) => ({ levels: LEVELS[2], every })),
];

/**
 * Writes a band as finely as fits: coarser heights first, then edges that more
 * steps share.
 *
 * @param edges Lower and upper edge a step; NaN where there is none.
 * @param options Heights and room.
 * @returns Its detail; empty where nothing fits.
 */
export function fitBand(
  edges: readonly [Float32Array, Float32Array],
  options: FitOptions,
): string {
  const { heightOf, most = Infinity } = options;
  for (const fineness of FINENESS) {
    // An edge takes no less than a bit, a sixth of a character.
    if (edges[0].length / fineness.every / 3 > most) continue;
    const text = `band ${encodeBand(edges, { heightOf, ...fineness })}`;
    if (text.length <= most) return text;
  }
  return "";
}

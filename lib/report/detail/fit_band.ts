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
  const { heightOf, most = Infinity, finest } = options;
  const steps = edges[0].length;
  // An edge takes no less than a bit, a sixth of a character.
  let least = (_: Fineness) => 0;
  for (const fineness of FINENESS) {
    if (steps / fineness.every / 3 > most || least(fineness) > most) continue;
    const text = fineness === FINENESS[0] && finest !== undefined
      ? finest
      : `band ${encodeBand(edges, { heightOf, ...fineness })}`;
    if (text.length <= most) return text;
    least = (next) => leastLength(text.length, { was: fineness, next, steps });
  }
  return "";
}

/** How finely a band is kept. */
type Fineness = (typeof FINENESS)[number];

/**
 * Guesses the least that a coarser text takes, to spare writing it: half the
 * heights save a bit an edge, and shared edges change no less from one to the
 * next. A guess, so a fifth less.
 */
function leastLength(
  length: number,
  { was, next, steps }: {
    readonly was: Fineness;
    readonly next: Fineness;
    readonly steps: number;
  },
): number {
  const bits = Math.log2(was.levels / next.levels);
  const saved = 2 * (steps / was.every) * bits / 6;
  return 0.8 * (length - saved) * was.every / next.every;
}

import { type HeightOf, heightsOf } from "./detail/levels.ts";

/** The vertical axis of a score. */
export interface ScoreDomain {
  /** The highest score, or a little above the threshold. */
  readonly top: number;
  /** Lowest and highest value of the axis. */
  readonly domain: readonly [number, number];
  /** Whether it is linear below about 1 only, and logarithmic above. */
  readonly isCompressed: boolean;
  /** Heights in the frame. */
  readonly heightOf: HeightOf;
}

/** A linear axis serves up to here; above it one peak would flatten the rest. */
const LARGEST_LINEAR = 8;

/**
 * Chooses the vertical axis of a score.
 *
 * @param score One a step, 1 at the threshold; NaN where not scored.
 * @returns The axis, from 0 to above the highest score and the threshold.
 */
export function scoreDomain(score: Float32Array): ScoreDomain {
  const top = score.reduce((most, value) => value > most ? value : most, 1.2);
  const domain = [0, top * 1.04] as const;
  const isCompressed = top > LARGEST_LINEAR;
  // A score is never negative.
  const heightOf = heightsOf(domain, isCompressed ? Math.log1p : undefined);
  return { top, domain, isCompressed, heightOf };
}

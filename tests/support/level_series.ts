import { rebase, type Rebased } from "@lib/detect/rebase.ts";
import { scoreSteps } from "@lib/detect/score.ts";
import { uniform } from "./sample_series.ts";

/** Each feature's normal distance. */
export const SCALE = 0.1;

/** Measured steps that a level must stand in these series. */
export const SETTLE = 120;

/** Steps a day in these series. */
export const DAY = 480;

/** Distances of a quiet server: seeded noise well inside the scale. */
export interface LevelSeries {
  /** Steps. */
  readonly steps: number;
  /** Features. @default {4} */
  readonly features?: number;
  /** What is added to the noise of a feature at a step. */
  readonly add: (t: number, feature: number) => number;
}

/**
 * Makes distances of seeded noise with what is added to it.
 *
 * @param series Sizes, and what is added.
 * @returns Row-major distances, shape `[steps, features]`.
 */
export function levelSeries(
  { steps, features = 4, add }: LevelSeries,
): Float32Array {
  const next = uniform(3);
  return Float32Array.from(
    { length: steps * features },
    (_, i) =>
      SCALE * (next() - 0.5) + add(Math.floor(i / features), i % features),
  );
}

/**
 * Rebases distances with the score of whenwhy at a threshold of 1.
 *
 * @param distance Distances of four features.
 * @param options Which are filled in.
 * @returns Distances from the levels in force, and the changes.
 */
export function rebased(
  distance: Float32Array,
  { imputed = new Uint8Array(distance.length) }: {
    readonly imputed?: Uint8Array;
  } = {},
): Rebased {
  return rebase(
    {
      distance,
      imputed,
      scales: SCALES,
      settle: { settleSteps: SETTLE, daySteps: DAY },
    },
    scoreOf,
  );
}

const SCALES = [SCALE, SCALE, SCALE, SCALE];

/**
 * Scores distances of four features.
 *
 * @param distance Distances.
 * @returns Scores in thresholds.
 */
export function scoreOf(distance: Float32Array): Float32Array {
  return scoreSteps({ distance, scales: SCALES, halfLifeSteps: 2 });
}

/**
 * Finds the steps that alarm.
 *
 * @param distance Distances of four features.
 * @returns Steps with a score of 1 or more.
 */
export function alarmSteps(distance: Float32Array): number[] {
  return [...scoreOf(distance).entries()].flatMap(([t, score]) =>
    score >= 1 ? [t] : []
  );
}

import {
  makeRebaser,
  type Rebased,
  type RebaseParameters,
} from "@lib/detect/levels/rebase.ts";
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

/** A judged series with its distances at the levels in force. */
export interface RebasedSeries extends Rebased {
  /** Shape `[steps, features]`. */
  readonly distance: Float32Array;
}

/** How distances of four features are judged. */
export interface RebasedOptions {
  /** Which are filled in. @default {none} */
  readonly imputed?: Uint8Array;
  /** What is expected of a step, scaled. @default {the middle of the range} */
  readonly expected?: (t: number, feature: number) => number;
  /** What is judged in another way. @default {nothing} */
  readonly rebasing?: Partial<RebaseParameters>;
}

/**
 * Rebases distances with the score of whenwhy at a threshold of 1; what is
 * expected does not depend on what was measured.
 *
 * @param series Distances of four features.
 * @param options What is filled in, what is expected.
 * @returns Distances from the levels in force, scores and changes.
 */
export async function rebased(
  series: Float32Array,
  options: RebasedOptions = {},
): Promise<RebasedSeries> {
  const { imputed = new Uint8Array(series.length) } = options;
  const { expected = () => MIDDLE } = options;
  const distance = series.slice();
  const count = SCALES.length;
  const scaledAt = (t: number, f: number) =>
    series[t * count + f]! + expected(t, f);
  const found = await makeRebaser({ ...REBASING, ...options.rebasing })({
    ...{ distance, imputed, scaledAt },
    make: ({ start, end }, offsets) => {
      for (let i = start * count; i < end * count; i++) {
        distance[i] = series[i]! - offsets[i % count]!;
      }
    },
  });
  return { ...found, distance };
}

/** What is expected unless it is said, and the median in training. */
const MIDDLE = 0.5;

const SCALES = [SCALE, SCALE, SCALE, SCALE];

/** How four features are judged: without damping. */
export const REBASING: RebaseParameters = {
  scales: SCALES,
  ...{ meanSquares: SCALES.map(() => 0), dampingHalfLifeSteps: Infinity },
  ...{ halfLifeSteps: 2, threshold: 1 },
  medians: SCALES.map(() => MIDDLE),
  settle: { settleSteps: SETTLE, daySteps: DAY },
};

/**
 * Scores distances of four features.
 *
 * @param distance Distances.
 * @returns Scores in thresholds.
 */
export function scoreOf(distance: Float32Array): Float32Array {
  return scoreSteps({ ...REBASING, distance });
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

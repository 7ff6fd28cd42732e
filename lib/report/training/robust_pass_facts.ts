/** What a robust pass over training data found, and what became of it. */
export interface RobustPassFacts {
  /**
   * - `"left out"`: what is listed was not learned from
   * - `"nothing"`: nothing gross was found
   * - `"too much"`: what is listed was learned from, since it is more than a fifth
   *   of the time, or too little would be left
   * - `"too short"`: nobody looked, with fewer than 1,000 steps
   * - `"off"`: nobody looked, with `--keep-all`
   */
  readonly outcome: RobustOutcome;
  /** Steps that are gross. */
  readonly steps: number;
  /** In order of time. */
  readonly spans: readonly GrossFacts[];
}

/** How a robust pass may end. */
export type RobustOutcome = (typeof ROBUST_OUTCOMES)[number];

/** All ways in which a robust pass may end. */
export const ROBUST_OUTCOMES = [
  "left out",
  "nothing",
  "too much",
  "too short",
  "off",
] as const;

/** A span of training time that is grossly abnormal. */
export interface GrossFacts {
  /** First step, ISO 8601 UTC. */
  readonly start: string;
  /** Last step (included), ISO 8601 UTC. */
  readonly end: string;
  /** How many steps. */
  readonly steps: number;
  /** The metrics that were gross, those that were for longest first. */
  readonly signals: readonly GrossSignal[];
}

/** How a metric was grossly abnormal. */
export interface GrossSignal {
  /** The metric's name. */
  readonly feature: string;
  /** The unit of `value` and `usual`. */
  readonly unit: string;
  /** Far from where it usually is, or stuck at one value. */
  readonly kind: "far" | "stuck";
  /** The value furthest from usual, or that it was stuck at. */
  readonly value: number;
  /** Its 5th and 95th percentile at all other steps of training. */
  readonly usual: readonly [low: number, high: number];
}

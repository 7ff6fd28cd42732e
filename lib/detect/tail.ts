/** Peaks of normal time over a level, one for each run of scores over it. */
export interface Tail {
  /** The level. */
  readonly from: number;
  /** By how much each peak exceeds it, at least 0. */
  readonly excess: readonly number[];
  /** Days in which they came. */
  readonly days: number;
}

/** Shapes of the tail that are thought possible: 0 is exponential. */
const SHAPES = [-0.5, 0.5] as const;

/** Half the 95th percentile of χ² with one degree of freedom. */
const CUT = 1.920729410347062;

/**
 * Tries before a search for a top is refined, and how often a step is halved: a
 * top is flat, so that an end, where it is cut, needs more.
 */
const GRID = 24;
const HALVINGS = { top: 16, end: 40 };

/**
 * Gives the level that scores pass so often, by an exponential tail: peaks over
 * `u` come `λ` times a day and exceed it by `β` on average, so that a level `h`
 * is passed `λ · exp(−(h − u) / β)` times a day.
 *
 * Source: Leadbetter, "On a basis for 'Peaks over Threshold' modeling",
 * Statistics & Probability Letters 12 (1991), with shape 0.
 *
 * @param tail The peaks.
 * @param perDay How often, a day.
 * @returns The level, at least `from`.
 *
 * @example Usage
 * ```ts
 * import { tailLevel } from "@lib/detect/tail.ts";
 * import assert from "node:assert/strict";
 *
 * const tail = { from: 1, excess: [0.5, 1.5], days: 2 };
 * assert.equal(tailLevel(tail, 1 / Math.E), 2);
 * ```
 */
export function tailLevel(tail: Tail, perDay: number): number {
  return tail.from +
    meanExcess(tail) * Math.log(Math.max(1, times(tail, perDay)));
}

/**
 * Gives how often scores pass a level, by the same tail.
 *
 * @param tail The peaks.
 * @param level The level.
 * @returns Times a day.
 */
export function tailRate(tail: Tail, level: number): number {
  const over = Math.max(0, level - tail.from);
  const share = over === 0 ? 1 : Math.exp(-over / meanExcess(tail));
  return share * tail.excess.length / tail.days;
}

/**
 * Says how well peaks know the level that scores pass so often: the 95 %
 * interval by the profile likelihood of a generalised Pareto tail, of whatever
 * shape between −½ (an end) and ½ (so heavy that its variance has none). How
 * often peaks come at all is taken as seen.
 *
 * Source: Coles, "An Introduction to Statistical Modeling of Extreme Values"
 * (2001), § 4.3.3.
 *
 * @param tail The peaks.
 * @param perDay How often, a day; more seldom than peaks came.
 * @returns Lowest and highest level; `null` where no peak exceeds `from`, or
 *   peaks came no more often.
 */
export function levelInterval(
  tail: Tail,
  perDay: number,
): readonly [low: number, high: number] | null {
  const rarer = times(tail, perDay);
  if (!(rarer > 1) || !(meanExcess(tail) > 0)) return null;
  // Levels over `from` lie on a scale of ratios.
  const at = (log: number) =>
    bestOver((shape) => likelihood(tail, { shape, log, rarer }), SHAPES).value;
  const middle = Math.log(tailLevel(tail, perDay) - tail.from);
  const best = bestOver(at, [middle - 4, middle + 4]);
  const end = (towards: number) => {
    let [inside, outside] = [best.at, best.at + towards];
    while (best.value - at(outside) < CUT && Math.abs(outside - best.at) < 30) {
      outside += towards;
    }
    for (let i = 0; i < HALVINGS.end; i++) {
      const between = (inside + outside) / 2;
      if (best.value - at(between) < CUT) inside = between;
      else outside = between;
    }
    return tail.from + Math.exp(inside);
  };
  return [end(-1), end(1)];
}

/** Log-likelihood of the excesses where the asked-for level is `from + exp(log)`. */
function likelihood(
  { excess }: Tail,
  { shape, log, rarer }: {
    readonly shape: number;
    readonly log: number;
    readonly rarer: number;
  },
): number {
  const factor = Math.abs(shape) < 1e-9
    ? Math.log(rarer)
    : (rarer ** shape - 1) / shape;
  const scale = Math.exp(log) / factor;
  let sum = -excess.length * Math.log(scale);
  for (const one of excess) {
    const inside = 1 + shape * one / scale;
    if (inside <= 0) return -Infinity;
    sum -= Math.abs(shape) < 1e-9
      ? one / scale
      : (1 + 1 / shape) * Math.log(inside);
  }
  return sum;
}

/** Where a function of one hill is highest: the best of a grid, then closer. */
function bestOver(
  of: (x: number) => number,
  [low, high]: readonly [low: number, high: number],
): { readonly at: number; readonly value: number } {
  let [at, value] = [low, of(low)];
  const consider = (x: number) => {
    const found = x < low || x > high ? -Infinity : of(x);
    if (found > value) [at, value] = [x, found];
  };
  let step = (high - low) / GRID;
  for (let i = 1; i <= GRID; i++) consider(low + i * step);
  for (let i = 0; i < HALVINGS.top; i++) {
    step /= 2;
    const middle = at;
    consider(middle - step);
    consider(middle + step);
  }
  return { at, value };
}

/** How many times as often as asked peaks came. */
function times({ excess, days }: Tail, perDay: number): number {
  return excess.length / days / perDay;
}

function meanExcess({ excess }: Tail): number {
  return excess.reduce((sum, one) => sum + one, 0) / excess.length;
}

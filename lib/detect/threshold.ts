import { alarmRuns } from "./alarm_runs.ts";
import { leastInRow } from "./least_in_row.ts";
import { quantile } from "./quantile.ts";
import { levelInterval, type Tail, tailLevel, tailRate } from "./tail.ts";

/** Scores of normal time and what may be made of them. */
export interface ThresholdInput {
  /** Scores of the calibration part, shape `[steps]`; NaN where not scored. */
  readonly score: Float32Array;
  /** Steps a day. */
  readonly stepsPerDay: number;
  /** Alarms a day that a person is ready to look at. */
  readonly perDay: number;
  /** Runs of alarms at most this many steps apart are one incident. */
  readonly mergeGapSteps: number;
  /**
   * Steps in a row that must alarm.
   *
   * @default {1}
   */
  readonly minSteps?: number;
}

/** A fitted threshold with the facts that a reader needs to trust it. */
export interface FittedThreshold {
  /** The smallest score that alarms. */
  readonly value: number;
  /** Scored days that it was fitted on. */
  readonly days: number;
  /** Alarms a day on those days at this threshold. */
  readonly alarmsPerDay: number;
  /**
   * Alarms a day to be expected in such time: those, or where the threshold is
   * extrapolated, what the tail says.
   */
  readonly expectedPerDay: number;
  /**
   * Whether the days were too few to see the budget even once, so that the
   * threshold rests on the shape of the tail.
   */
  readonly extrapolated: boolean;
  /**
   * Where it is extrapolated, between what the level of the budget lies by 95 %;
   * `null` where it is not, or nothing tells.
   */
  readonly interval: readonly [low: number, high: number] | null;
}

/** Peaks over this quantile of the score make the tail; no threshold lies below. */
const TAIL_FROM = 0.9;

/**
 * The threshold stays this far over the highest score of normal time where the
 * budget is rarer than what that time could show.
 */
const MARGIN = 1.1;

/**
 * The least threshold, in units of the features' scales: where normal time was
 * reconstructed without any error, the next rounding is no incident.
 */
const LEAST = 0.25;

/**
 * Turns an alarm budget into a threshold.
 *
 * Where normal time is long enough to hold the budget at least once, the level is
 * read from its peaks: the lowest that keeps to the budget, and not below the
 * 90th percentile, under which alarms merge into ever fewer incidents. Where it
 * is not, the level is extrapolated by the tail of the peaks over that percentile
 * ({@linkcode tailLevel}, of the scores' squares), and stays over all of normal time.
 *
 * Alarms are counted as incidents are: merged, and only those that last.
 *
 * @param input Scores of normal time, budget, when alarms are an incident.
 * @returns The threshold and what it rests on; the value is at least 0.25.
 * @throws {RangeError} If no step has a score.
 */
export function fitThreshold(input: ThresholdInput): FittedThreshold {
  const { score, stepsPerDay, perDay, mergeGapSteps, minSteps = 1 } = input;
  const finite = score.filter(Number.isFinite);
  if (finite.length === 0) {
    throw new RangeError(
      "Cannot fit a threshold: a step of the calibration part must have a score",
    );
  }
  const days = finite.length / stepsPerDay;
  const allowed = Math.floor(days * perDay);
  // A run lasts from where its least step of `minSteps` in a row alarms.
  const lasting = {
    score: leastOf(score, minSteps),
    mergeGapSteps: mergeGapSteps + minSteps - 1,
  };
  // A mean of squares has the lighter tail; the score is its root.
  const tail = tailOf(lasting, days);
  const level = allowed >= 1 ? levelOfPeaks(lasting, allowed) : Math.max(
    Math.sqrt(tailLevel(tail, perDay)),
    MARGIN * highest(lasting.score),
  );
  const from = quantile(finite, TAIL_FROM);
  const value = Math.max(LEAST, from, level);
  const alarms =
    alarmRuns(score, { threshold: value, mergeGapSteps, minSteps }).length;
  const extrapolated = allowed < 1;
  return {
    value,
    days,
    alarmsPerDay: alarms / days,
    expectedPerDay: extrapolated ? tailRate(tail, value ** 2) : alarms / days,
    extrapolated,
    interval: extrapolated ? intervalOf(tail, perDay) : null,
  };
}

/** Levels of scores; their tail is that of their squares. */
function intervalOf(tail: Tail, perDay: number): FittedThreshold["interval"] {
  const squares = levelInterval(tail, perDay);
  return squares && [Math.sqrt(squares[0]), Math.sqrt(squares[1])];
}

/** As {@linkcode leastInRow}; the score itself where nowhere so many are in a row. */
function leastOf(score: Float32Array, minSteps: number): Float32Array {
  if (minSteps === 1) return score;
  const least = leastInRow(score, minSteps);
  return least.some(Number.isFinite) ? least : score;
}

/** Scores, and how far apart runs are two. */
type Peaks = Pick<ThresholdInput, "score" | "mergeGapSteps">;

/**
 * The lowest level at and above which never more than `allowed` merged runs
 * alarm. Steps alarm in falling order of their score: a step begins a run, adds
 * to one, or joins the two beside it.
 */
function levelOfPeaks(
  { score, mergeGapSteps }: Peaks,
  allowed: number,
): number {
  const order = Uint32Array.from(score.keys())
    .filter((t) => Number.isFinite(score[t]!))
    .sort((a, b) => score[b]! - score[a]!);
  const beside = nearestBefore(order, score.length);
  let runs = 0;
  let level = MARGIN * score[order[0]!]!;
  for (const [i, t] of order.entries()) {
    runs += runsAdded(beside, t, mergeGapSteps);
    if (runs > allowed) return level;
    const next = order[i + 1];
    // Steps of equal score alarm together, so that a level lies between two.
    if (next === undefined || score[next]! < score[t]!) level = score[t]!;
  }
  return level;
}

/** Of each step the nearest on either side that comes before it in the order. */
interface Beside {
  /** The last one before; −1 for none. */
  readonly last: Int32Array;
  /** The first one after; as many as there are steps for none. */
  readonly next: Int32Array;
}

/** Takes steps out of a list, last of the order first: what is beside one then. */
function nearestBefore(order: Uint32Array, steps: number): Beside {
  const last = new Int32Array(steps);
  const next = new Int32Array(steps);
  let before = -1;
  for (const t of order.toSorted()) {
    last[t] = before;
    next[t] = steps;
    if (before >= 0) next[before] = t;
    before = t;
  }
  for (let i = order.length - 1; i >= 0; i--) {
    const t = order[i]!;
    if (last[t]! >= 0) next[last[t]!] = next[t]!;
    if (next[t]! < steps) last[next[t]!] = last[t]!;
  }
  return { last, next };
}

/** By how much the runs of alarms become more when a step alarms too. */
function runsAdded(beside: Beside, t: number, gap: number): -1 | 0 | 1 {
  const last = beside.last[t]!;
  const next = beside.next[t]!;
  const isNearLast = last >= 0 && t - last - 1 <= gap;
  const isNearNext = next < beside.next.length && next - t - 1 <= gap;
  if (!isNearLast && !isNearNext) return 1;
  return isNearLast && isNearNext && next - last - 1 > gap ? -1 : 0;
}

/** Peaks of the squares over their 90th percentile. */
function tailOf({ score, mergeGapSteps }: Peaks, days: number): Tail {
  const threshold = quantile(score, TAIL_FROM);
  return {
    from: threshold ** 2,
    excess: alarmRuns(score, { threshold, mergeGapSteps })
      .map(({ start, end }) =>
        highest(score.subarray(start, end)) ** 2 - threshold ** 2
      ),
    days,
  };
}

function highest(score: Float32Array): number {
  return score.reduce((max, s) => (s > max ? s : max), 0);
}

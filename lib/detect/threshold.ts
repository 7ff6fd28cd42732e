import { alarmRuns } from "./alarm_runs.ts";
import { quantile } from "./quantile.ts";

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
   * Whether the days were too few to see the budget even once, so that the
   * threshold rests on the shape of the tail.
   */
  readonly extrapolated: boolean;
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
 * Peaks over threshold with an exponential tail: runs of scores over the 90th
 * percentile `u` come `λ` times a day and exceed it by `β` on average, so that
 * a level `h` is passed `λ · exp(−(h − u) / β)` times a day. Solved for the
 * budget: `h = u + β · ln(λ / budget)`. Where normal time is long enough to
 * hold the budget at least once, the level is read from its peaks instead, and
 * not below `u`: under it, alarms merge into ever fewer incidents.
 *
 * Source: Leadbetter, "On a basis for 'Peaks over Threshold' modeling",
 * Statistics & Probability Letters 12 (1991), with shape 0.
 *
 * @param input Scores of normal time, budget, merging.
 * @returns The threshold and what it rests on; the value is at least 0.25.
 * @throws {RangeError} If no step has a score.
 */
export function fitThreshold(input: ThresholdInput): FittedThreshold {
  const { score, stepsPerDay, perDay, mergeGapSteps } = input;
  const finite = score.filter(Number.isFinite);
  if (finite.length === 0) {
    throw new RangeError(
      "Cannot fit a threshold: a step of the calibration part must have a score",
    );
  }
  const days = finite.length / stepsPerDay;
  const allowed = Math.floor(days * perDay);
  const from = quantile(finite, TAIL_FROM);
  const level = allowed >= 1
    ? Math.max(from, levelOfPeaks(input, allowed))
    : Math.max(tailLevel(input, { from, days }), MARGIN * highest(finite));
  const value = Math.max(LEAST, level);
  const alarms = alarmRuns(score, { threshold: value, mergeGapSteps }).length;
  return {
    value,
    days,
    alarmsPerDay: alarms / days,
    extrapolated: allowed < 1,
  };
}

/**
 * The lowest level at and above which never more than `allowed` merged runs
 * alarm. Steps alarm in falling order of their score: a step begins a run, adds
 * to one, or joins the two beside it.
 */
function levelOfPeaks(
  { score, mergeGapSteps }: ThresholdInput,
  allowed: number,
): number {
  const order = Uint32Array.from(score.keys())
    .filter((t) => Number.isFinite(score[t]!))
    .sort((a, b) => score[b]! - score[a]!);
  const alarms = new Uint8Array(score.length);
  let runs = 0;
  let level = MARGIN * score[order[0]!]!;
  for (const [i, t] of order.entries()) {
    runs += runsAdded(alarms, t, mergeGapSteps);
    if (runs > allowed) return level;
    alarms[t] = 1;
    const next = order[i + 1];
    // Steps of equal score alarm together, so that a level lies between two.
    if (next === undefined || score[next]! < score[t]!) level = score[t]!;
  }
  return level;
}

/** By how much the runs of alarms become more when a step alarms too. */
function runsAdded(alarms: Uint8Array, t: number, gap: number): -1 | 0 | 1 {
  const before = alarms.subarray(Math.max(0, t - gap - 1), t).toReversed()
    .indexOf(1);
  const after = alarms.subarray(t + 1, t + gap + 2).indexOf(1);
  if (before < 0 && after < 0) return 1;
  return before >= 0 && after >= 0 && before + after + 1 > gap ? -1 : 0;
}

function tailLevel(
  { score, perDay, mergeGapSteps }: ThresholdInput,
  { from, days }: { readonly from: number; readonly days: number },
): number {
  const runs = alarmRuns(score, { threshold: from, mergeGapSteps });
  const excess = runs.map(({ start, end }) =>
    highest(score.subarray(start, end)) - from
  );
  const beta = excess.reduce((sum, e) => sum + e, 0) / excess.length;
  return from + beta * Math.log(Math.max(1, runs.length / days / perDay));
}

function highest(score: Float32Array): number {
  return score.reduce((max, s) => (s > max ? s : max), 0);
}

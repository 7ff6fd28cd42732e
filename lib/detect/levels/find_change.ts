import type { LevelChange, SettleSteps } from "./level_change.ts";
import type { LevelHistory, MeasuredStep } from "./level_history.ts";
import type { LevelState } from "./level_state.ts";
import { quantile } from "../quantile.ts";
import { settledLevel, type Side } from "./settled_level.ts";

/** A feature that has been outside for long enough. */
export interface Candidate {
  /** Its place in the table. */
  readonly feature: number;
  /** The last step that is known. */
  readonly t: number;
  /** What is known of it. */
  readonly state: LevelState;
  /** Its last measured steps. */
  readonly history: LevelHistory;
  /** Its normal distance. */
  readonly scale: number;
  /** Its median in training, scaled. */
  readonly median: number;
}

/** Share of the time that a level must stand, in alarm since it was left: worth a change. */
const ALARMED = 0.02;

/** Its two halves may differ by this many normal distances. */
const SAME = 0.5;

/** And by this much of train's range where values left that. */
const SAME_RANGE = 0.25;

/** Held against the day before, they keep to this much of train's range. */
const SPREAD_DAY = 0.5;

/** And their halves to this much. */
const SAME_DAY = 0.1;

/** The values themselves must have moved by this share of the shift. */
const SEEN = 0.5;

/**
 * Tells whether a feature has moved to another level for good; to be asked first
 * when it has been outside for as long as a level must stand.
 *
 * @param candidate The feature.
 * @param settle How long a level must have stood.
 * @returns The change; `null` where there is none, or not yet.
 */
export function findChange(
  candidate: Candidate,
  settle: SettleSteps,
): LevelChange | null {
  const { feature, t, state, history, scale } = candidate;
  const { offset, streak } = state;
  const { side, since, alarms } = streak;
  if (side === 0) return null;
  const count = settle.settleSteps;
  // Once: it will be forgotten.
  streak.before ??= medianBefore(candidate, count);
  const alarmed = alarms.steps >= ALARMED * count;
  if (!alarmed && offset === 0) return null;
  const steps = history.recent({ count });
  const after = medianOf(steps);
  const dayBefore = stepsOfDayBefore(candidate, { steps, settle });
  const moved = dayBefore === null
    ? shiftOf(candidate, { side, steps, after })
    : offsetSince(candidate, { side, steps, after, dayBefore });
  if (moved === null) return null;
  const before = dayBefore === null ? streak.before : medianOf(dayBefore);
  // What is expected of a feature moves with the others: then it has not moved.
  if ((after - before) * side < SEEN * Math.abs(moved - offset)) return null;
  const at = t + 1;
  const to = Math.abs(moved) <= scale ? 0 : moved;
  // Back to what alarmed, so that its incident is told why it ended.
  const settled = Math.min(steps[0]!.t, alarms.last ?? Infinity);
  return {
    ...{ feature, since, settled, at, from: offset, to },
    ...{ before, after, alarmed },
  };
}

/** The median of a feature's values before it left its level. */
function medianBefore(
  { state: { offset, streak }, history, median }: Candidate,
  count: number,
): number {
  const look = { count, before: streak.steps };
  const values = history.recent(look).map(({ value }) => value);
  const least = history.recent({ count }).length / 4;
  return values.length < least ? median + offset : quantile(values, 0.5);
}

/**
 * The same times of the last day before the feature left its level, while it was
 * at that; `null` where they were not all measured, or are forgotten.
 */
function stepsOfDayBefore(
  { history, state: { movedAt, streak: { since } } }: Candidate,
  { steps, settle: { daySteps } }: {
    readonly steps: readonly MeasuredStep[];
    readonly settle: SettleSteps;
  },
): MeasuredStep[] | null {
  const days = Math.ceil((steps.at(-1)!.t - since + 1) / daySteps);
  const then = steps.flatMap(({ t }) =>
    history.find(t - days * daySteps) ?? []
  );
  return then.length === steps.length && then[0]!.t >= movedAt ? then : null;
}

/**
 * How far values are to be moved back, from those of the same times a day before:
 * so a rhythm over the day is taken neither for the shift nor for unrest.
 */
function offsetSince(
  { state: { offset }, scale }: Candidate,
  { side, steps, after, dayBefore }: Shifted & {
    readonly dayBefore: readonly MeasuredStep[];
  },
): number | null {
  const moves = steps.map(({ value }, i) => value - dayBefore[i]!.value);
  const level = settledLevel(moves, {
    ...{ side, beyond: 0, spread: Math.max(4 * scale, SPREAD_DAY) },
    same: Math.max(SAME * scale, SAME_DAY),
  });
  if (level === null) return null;
  const isLearned = offset !== 0 && after >= 0 && after <= 1;
  return isLearned ? 0 : offset + level;
}

function medianOf(steps: readonly MeasuredStep[]): number {
  return quantile(steps.map(({ value }) => value), 0.5);
}

interface Shifted {
  readonly side: Side;
  readonly steps: readonly MeasuredStep[];
  readonly after: number;
}

/** How far the feature's values are to be moved back, or `null` while they have not settled. */
function shiftOf(
  { state: { offset }, scale, median }: Candidate,
  { side, steps, after }: Shifted,
): number | null {
  const level = settledLevel(steps.map(({ distance }) => distance), {
    ...{ side, beyond: scale, spread: 2 * scale, same: SAME * scale },
  });
  if (level !== null) return offset + level;
  // Beyond train's range the network expects the nearest that it knows, so that
  // all that is usual of the feature is distance: its values must have settled.
  const edge = side > 0 ? 1 : 0;
  const beyond = settledLevel(
    steps.map(({ value }) => value - offset - edge),
    { side, beyond: scale, spread: 1, same: Math.max(SAME_RANGE, scale) },
  );
  if (beyond === null) return null;
  const isInside = after >= 0 && after <= 1;
  return isInside ? 0 : after - median;
}

import type { LevelChange, SettleSteps } from "./level_change.ts";
import { hasTurnedBack, type LevelState, neededBy } from "./level_state.ts";
import { quantile } from "./quantile.ts";
import { recentSteps } from "./recent_steps.ts";
import { settledLevel, type Side } from "./settled_level.ts";

/** Series that changes are looked for in; all are used up to one step only. */
export interface LevelInput {
  /** Signed scaled distances at the levels in force, shape `[steps, features]`; NaN where not scored. */
  readonly distance: Float32Array;
  /** Gives a value as measured, scaled: train's range is [0, 1]. */
  readonly scaledAt: (t: number, feature: number) => number;
  /** 1 where a value was filled in. */
  readonly imputed: Uint8Array;
  /** Each feature's normal distance, shape `[features]`. */
  readonly scales: ArrayLike<number>;
  /** Each feature's median in training, scaled, shape `[features]`. */
  readonly medians: ArrayLike<number>;
  /** How long a level must have stood. */
  readonly settle: SettleSteps;
}

/** A feature that has been outside for long enough. */
export interface Candidate {
  /** The feature. */
  readonly feature: number;
  /** The last step that is known. */
  readonly t: number;
  /** What is known of the feature. */
  readonly state: LevelState;
  /** Scores in thresholds. */
  readonly score: Float32Array;
}

/** Share of the time in alarm from which a level is worth a change. */
const ALARMED = 0.1;

/** Its two halves may differ by this many normal distances. */
const SAME = 0.5;

/** And by this much of train's range where values left that. */
const SAME_RANGE = 0.25;

/** The values themselves must have moved by this share of the shift. */
const SEEN = 0.5;

/**
 * Tells whether a feature has moved to another level for good.
 *
 * @param input Series.
 * @param candidate The feature.
 * @returns The change; `null` where there is none, or not yet.
 */
export function findChange(
  input: LevelInput,
  { feature, t, state, score }: Candidate,
): LevelChange | null {
  const { offset, streak: { side, since } } = state;
  const { scales, settle } = input;
  if (side === 0) return null;
  const count = neededBy(state, settle);
  const look = { ...input, features: scales.length };
  const steps = recentSteps(look, { feature, last: t, count });
  const alarms = steps.filter((step) => score[step]! >= 1).length;
  const alarmed = alarms >= ALARMED * steps.length;
  if (!alarmed && offset === 0) return null;
  const valueAt = (step: number) => input.scaledAt(step, feature);
  const after = quantile(steps.map(valueAt), 0.5);
  const moved = shiftOf(input, { feature, side, steps, offset, after });
  if (moved === null) return null;
  const earlier = recentSteps(look, { feature, last: since - 1, count })
    .map(valueAt);
  const before = earlier.length * 4 < steps.length
    ? input.medians[feature]! + offset
    : quantile(earlier, 0.5);
  // What is expected of a feature moves with the others: then it has not moved.
  if ((after - before) * side < SEEN * Math.abs(moved - offset)) return null;
  const at = t + 1;
  const isBack = hasTurnedBack(state, { to: moved, at }, settle) ||
    Math.abs(moved) <= scales[feature]!;
  const to = isBack ? 0 : moved;
  const settled = steps[0]!;
  return {
    ...{ feature, since, settled, at, from: offset, to },
    ...{ before, after, alarmed },
  };
}

interface Shifted {
  readonly feature: number;
  readonly side: Side;
  readonly steps: readonly number[];
  readonly offset: number;
  readonly after: number;
}

/** How far the feature's values are to be moved back, or `null` while they have not settled. */
function shiftOf(
  { distance, scaledAt, scales, medians }: LevelInput,
  { feature, side, steps, offset, after }: Shifted,
): number | null {
  const scale = scales[feature]!;
  const at = (step: number) => step * scales.length + feature;
  const level = settledLevel(steps.map((step) => distance[at(step)]!), {
    ...{ side, beyond: scale, spread: 2 * scale, same: SAME * scale },
  });
  if (level !== null) return offset + level;
  // Beyond train's range the network expects the nearest that it knows, so that
  // all that is usual of the feature is distance: its values must have settled.
  const edge = side > 0 ? 1 : 0;
  const beyond = settledLevel(
    steps.map((step) => scaledAt(step, feature) - offset - edge),
    { side, beyond: scale, spread: 1, same: Math.max(SAME_RANGE, scale) },
  );
  if (beyond === null) return null;
  const isInside = after >= 0 && after <= 1;
  return isInside ? 0 : after - medians[feature]!;
}

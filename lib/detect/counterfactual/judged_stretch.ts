import type { StepRange } from "../../frame/metric_table.ts";

/**
 * Steps of an incident that are judged at most: an hour, a minute each. The cost
 * of a search grows with them.
 */
export const MOST_STEPS = 60;

/** Half-lives of smoothing after which what lies before counts for nothing in float32. */
const CARRIED_HALF_LIVES = 32;

/** What judging needs besides the incident's steps. */
export interface StretchOptions {
  /** The step with the highest score. */
  readonly peak: number;
  /** Steps a window. */
  readonly window: number;
  /** Half-life of the score's smoothing, in steps. */
  readonly halfLifeSteps: number;
  /** First steps that are judged at other levels than the step before. */
  readonly changed: readonly number[];
}

/** Which steps a counterfactual is about; all end with the judged ones. */
export interface JudgedStretch {
  /** Steps whose scores are judged. */
  readonly judged: StepRange;
  /** First step whose values are replaced: the first of the judged steps' windows. */
  readonly replacedFrom: number;
  /** First step that is needed at all: windows and smoothing lead up from it. */
  readonly from: number;
  /** Whether smoothing is carried in from before the judged steps. */
  readonly isCarried: boolean;
}

/**
 * Chooses the steps at which an incident is judged: all of them, or of a long one
 * those around its peak.
 *
 * Where levels changed within the incident, it is judged at those of its peak.
 *
 * Smoothing is carried in from before the incident. In a part of a long one it
 * begins anew, since what would be carried in is the incident itself.
 *
 * @param incident The incident's steps.
 * @param options Its peak, window, smoothing, and where levels changed.
 * @returns The steps, none before 0.
 */
export function judgedStretch(
  incident: StepRange,
  { peak, window, halfLifeSteps, changed }: StretchOptions,
): JudgedStretch {
  const first = Math.max(
    incident.start,
    ...changed.filter((at) => at <= peak).slice(-1),
  );
  const last = Math.min(
    incident.end,
    ...changed.filter((at) => at > peak).slice(0, 1),
  );
  const latest = Math.max(first, last - MOST_STEPS);
  const start = Math.min(latest, Math.max(first, peak - MOST_STEPS / 2));
  const end = Math.min(last, start + MOST_STEPS);
  const replacedFrom = Math.max(0, start - (window - 1));
  const isCarried = start === incident.start;
  const carried = isCarried ? Math.ceil(CARRIED_HALF_LIVES * halfLifeSteps) : 0;
  return {
    judged: { start, end },
    replacedFrom,
    from: Math.max(0, replacedFrom - (window - 1) - carried),
    isCarried,
  };
}

import { DAY_MS } from "../frame/day_ms.ts";
import { scoreText as times } from "../frame/score_text.ts";
import { formatDuration } from "../frame/units.ts";
import type { Confidence } from "./incident.ts";

/** What is known of an incident of kind anomaly, and of what it rests on. */
export interface ConfidenceFacts {
  /** Milliseconds of normal time that the model learned from. */
  readonly learnedMs: number;
  /** Share of the incident's cells that were filled in or have no value, in [0, 1]. */
  readonly unmeasured: number;
  /** The model's metrics that could not be looked at, for want of values. */
  readonly unseen: number;
  /** All of the model's metrics. */
  readonly metrics: number;
  /** Highest score, in thresholds. */
  readonly peakScore: number;
  /** Whether the threshold rests on the shape of the tail, for want of normal time. */
  readonly isExtrapolated: boolean;
  /**
   * Signals over their own thresholds: features, or groups of features that move
   * together where one of them is.
   */
  readonly causes: number;
  /** The sum of their shares, a group's whole, in [0, 1]. */
  readonly causeShare: number;
  /** Where several seeds were trained: how many of them found it. */
  readonly seeds?: { readonly found: number; readonly of: number };
}

/** A reason not to be sure. */
interface Doubt {
  readonly level: "medium" | "low";
  readonly reason: string;
}

/** From less than this on, a level falls. */
const LEVELS = {
  learnedMs: { low: DAY_MS, medium: 14 * DAY_MS },
  measured: { low: 0.5, medium: 0.9 },
  seen: { low: 0.5, medium: 0.8 },
  peakScore: { low: 1.1, medium: 1.5 },
  causeShare: { low: 0, medium: 0.5 },
  found: { low: 0.5, medium: 1 },
} as const;

/**
 * Says in plain words how sure an incident is, and why: the worst of six rules,
 * each a fact against two limits.
 *
 * @param facts What is known.
 * @returns The level with its reasons: all doubts, those that decide first; where
 *   there is none, what makes it sure.
 *
 * @example Usage
 * ```ts
 * import { confidenceOf } from "@lib/detect/confidence.ts";
 * import assert from "node:assert/strict";
 *
 * const sure = {
 *   ...{ learnedMs: 21 * 86_400_000, unmeasured: 0, unseen: 0, metrics: 18 },
 *   ...{ peakScore: 6, isExtrapolated: false, causes: 2, causeShare: 0.9 },
 * };
 * assert.equal(confidenceOf(sure).level, "high");
 * assert.deepEqual(confidenceOf({ ...sure, peakScore: 1.05 }), {
 *   level: "low",
 *   reasons: ["its peak is only 1.05 × the threshold"],
 * });
 * ```
 */
export function confidenceOf(facts: ConfidenceFacts): Confidence {
  const doubts = [
    historyDoubt(facts),
    coverageDoubt(facts),
    blindDoubt(facts),
    peakDoubt(facts),
    thresholdDoubt(facts),
    causesDoubt(facts),
    seedsDoubt(facts),
  ].flatMap((doubt) => doubt ?? []);
  const reasonsOf = (level: Doubt["level"]) =>
    doubts.filter((doubt) => doubt.level === level)
      .map(({ reason }) => reason);
  const [low, medium] = [reasonsOf("low"), reasonsOf("medium")];
  if (low.length > 0) return { level: "low", reasons: [...low, ...medium] };
  if (medium.length > 0) return { level: "medium", reasons: medium };
  return { level: "high", reasons: strengths(facts) };
}

function historyDoubt({ learnedMs }: ConfidenceFacts): Doubt | null {
  const limit = learnedMs < DAY_MS
    ? "less than a day"
    : "less than two weeks, which cannot show a weekly rhythm";
  return doubt(
    levelOf(learnedMs, LEVELS.learnedMs),
    `the model learned from ${formatDuration(learnedMs)}: ${limit}`,
  );
}

function coverageDoubt({ unmeasured }: ConfidenceFacts): Doubt | null {
  return doubt(
    levelOf(1 - unmeasured, LEVELS.measured),
    `${percent(unmeasured)} of its values are missing or were filled in`,
  );
}

function blindDoubt({ unseen, metrics }: ConfidenceFacts): Doubt | null {
  return doubt(
    levelOf(1 - unseen / metrics, LEVELS.seen),
    `${unseen} of the model's ${metrics} metrics had too few values to look at`,
  );
}

function peakDoubt({ peakScore }: ConfidenceFacts): Doubt | null {
  return doubt(
    levelOf(peakScore, LEVELS.peakScore),
    `its peak is only ${times(peakScore)} × the threshold`,
  );
}

function thresholdDoubt({ isExtrapolated }: ConfidenceFacts): Doubt | null {
  return doubt(
    isExtrapolated ? "medium" : null,
    "the threshold is extrapolated: normal time was too short to see its rate",
  );
}

function causesDoubt({ causes, causeShare }: ConfidenceFacts): Doubt | null {
  return causes === 0
    ? doubt("low", "no signal passed its own threshold")
    : doubt(
      levelOf(causeShare, LEVELS.causeShare),
      `the signals over their own thresholds have only ${
        percent(causeShare)
      } of the shares`,
    );
}

function seedsDoubt({ seeds }: ConfidenceFacts): Doubt | null {
  return seeds === undefined ? null : doubt(
    levelOf(seeds.found / seeds.of, LEVELS.found),
    `${seeds.found} of ${seeds.of} seeds found it`,
  );
}

function strengths(facts: ConfidenceFacts): string[] {
  const { learnedMs, unmeasured, peakScore, causes, causeShare, seeds } = facts;
  return [
    `the model learned from ${formatDuration(learnedMs)}`,
    `${percent(1 - unmeasured)} of its values were measured`,
    `its peak is ${times(peakScore)} × the threshold`,
    causes === 1
      ? `the signal over its own threshold has ${
        percent(causeShare)
      } of the shares`
      : `the ${causes} signals over their own thresholds have ${
        percent(causeShare)
      } of the shares`,
    ...(seeds === undefined ? [] : [`all ${seeds.of} seeds found it`]),
  ];
}

function levelOf(
  value: number,
  { low, medium }: { readonly low: number; readonly medium: number },
): Doubt["level"] | null {
  return value < low ? "low" : value < medium ? "medium" : null;
}

function doubt(level: Doubt["level"] | null, reason: string): Doubt | null {
  return level === null ? null : { level, reason };
}

/** Cut, not rounded: 0.497 is below a half. */
function percent(share: number): string {
  return `${Math.floor(100 * share + 1e-6)} %`;
}

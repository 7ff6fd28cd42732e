import { DAY_MS } from "../frame/day_ms.ts";
import { formatDuration } from "../frame/units.ts";

/** From this many days on a week was seen twice. */
const TWO_WEEKS = 14;

/** How much a model learned from. */
export interface History {
  /** Training time, without what was left out as labelled. */
  readonly learnedSeconds: number;
  /** Of it the calibration part, on which the thresholds rest. */
  readonly calibrationSeconds: number;
  /** What it can hold of the server's rhythm: none below a day, weekly from two weeks. */
  readonly rhythm: "none" | "daily" | "weekly";
  /** What it lacks, in words; `null` where it is long enough. */
  readonly note: string | null;
}

/** How much time a model learned from. */
export interface HistoryInput {
  /** Training time, without what was left out, in milliseconds. */
  readonly learnedMs: number;
  /** Of it the calibration part, on which thresholds rest, in milliseconds. */
  readonly calibrationMs: number;
}

/**
 * Says how far a model can be trusted that learned from so much time.
 *
 * @param input How much it was.
 * @returns What of a server's rhythm it can hold, and in words what it lacks.
 *
 * @example Usage
 * ```ts
 * import { historyOf } from "@lib/measure/history.ts";
 * import assert from "node:assert/strict";
 *
 * const HOUR = 3_600_000;
 * const short = historyOf({ learnedMs: 5 * HOUR, calibrationMs: 0.75 * HOUR });
 * assert.equal(short.rhythm, "none");
 * assert.match(short.note!, /^Learned from 5 h only: no daily rhythm was seen/);
 * ```
 */
export function historyOf({ learnedMs, calibrationMs }: HistoryInput): History {
  const days = learnedMs / DAY_MS;
  return {
    learnedSeconds: learnedMs / 1000,
    calibrationSeconds: calibrationMs / 1000,
    rhythm: days < 1 ? "none" : days < TWO_WEEKS ? "daily" : "weekly",
    note: noteOf({ learnedMs, calibrationMs }),
  };
}

function noteOf({ learnedMs, calibrationMs }: HistoryInput): string | null {
  const days = learnedMs / DAY_MS;
  const learned = `Learned from ${formatDuration(learnedMs)}`;
  if (days < 1) {
    return `${learned} only: no daily rhythm was seen, so that night jobs will ` +
      `look abnormal, and the thresholds rest on ${
        formatDuration(calibrationMs)
      } of calibration. Take what is found as a hint until it has learned from a day or more.`;
  }
  if (days < 7) {
    return `${learned}: less than a week shows no weekly rhythm, so that a ` +
      "weekend may look abnormal.";
  }
  return days < TWO_WEEKS
    ? `${learned}: less than two weeks cannot show a weekly rhythm.`
    : null;
}

import { type Deviating, firstDeviation } from "../detect/first_deviation.ts";
import type { Incident } from "../detect/incident.ts";
import { incidentRuns, type JoiningMove } from "../detect/incident_runs.ts";
import {
  instantsOf,
  sharedMs,
  type StepSpan,
  type TimeSpan,
} from "../frame/shared_time.ts";
import { stepAt } from "../frame/metric_table.ts";
import { countBelow, touchingAny } from "./time_line.ts";
import type { ReplayedEvent, ReplayedIncident } from "./evaluation.ts";
import { isoTime } from "../frame/iso_time.ts";

/** Scored time and what happened in it. */
export interface ReplayInput {
  /** Scores in any unit, shape `[steps]`; NaN where not scored. */
  readonly score: Float32Array;
  /** Time of the first step, milliseconds since 1970 UTC. */
  readonly startMs: number;
  /** Milliseconds from one step to the next. */
  readonly intervalMs: number;
  /** Runs of alarms at most this many steps apart are one alarm. */
  readonly mergeGapSteps: number;
  /**
   * Steps in a row that must alarm.
   *
   * @default {1}
   */
  readonly minSteps?: number;
  /**
   * Levels that moved for good; alarms about them while one settled are one.
   *
   * @default {[]}
   */
  readonly moves?: readonly JoiningMove[];
  /** What the run found, anomalies and outages. */
  readonly incidents:
    readonly (Deviating & Pick<Incident, "id" | "kind" | "end">)[];
  /** Labelled events of that time; `null` where nobody has labelled it. */
  readonly events: readonly TimeSpan[] | null;
  /**
   * Spans in which an alarm is not a false one, though it finds nothing.
   *
   * @default {[]}
   */
  readonly excused?: readonly TimeSpan[];
}

/** What a threshold would have caught. */
export interface Replayed {
  /** One row an anomaly. */
  readonly incidents: readonly ReplayedIncident[];
  /** One row a labelled event, in their order; `null` without labels. */
  readonly events: readonly ReplayedEvent[] | null;
  /** Alarms that touch no labelled event; without labels, no incident. */
  readonly falseAlarms: number;
  /** How long all alarms lasted, each from its first to its last step, in milliseconds. */
  readonly alarmMs: number;
}

/**
 * Replays scored time at another threshold: which incidents and labelled events
 * would have alarmed, how long after they began, and what else would have.
 *
 * The scores are smoothed as they were, so a delay holds what smoothing takes. An
 * incident begins with its first deviation and is caught by the first alarm from
 * then to its end; a labelled event begins where its label does and is caught by
 * an alarm, or an outage, that touches it. Alarms are merged as incidents are, and
 * one that must last is known only once it has.
 *
 * @param input Scored time.
 * @param threshold The smallest score that alarms, in the unit of the scores.
 * @returns Delays, and how many alarms were about something else.
 */
export function replay(input: ReplayInput, threshold: number): Replayed {
  const { score, mergeGapSteps, events, excused = [], incidents } = input;
  const { startMs, intervalMs, minSteps = 1, moves = [] } = input;
  const time = (step: number) => startMs + step * intervalMs;
  const runs = incidentRuns(score, {
    ...{ threshold, mergeGapSteps, minSteps, moves },
  });
  const alarms = runs.map(({ start, end }): Sign => ({
    ...{ startMs: time(start), endMs: time(end - 1), intervalMs },
    knownMs: time(start + minSteps - 1),
  }));
  const isKnown = new Uint8Array(score.length);
  for (const { start, end } of runs) {
    for (let t = start + minSteps - 1; t < end; t++) {
      if (score[t]! >= threshold) isKnown[t] = 1;
    }
  }
  const spans = incidents.map((one) => ({
    ...one,
    ...spanOf(one, intervalMs),
  }));
  const isExplained = touchingAny([...events ?? spans, ...excused]);
  const falseStarts = alarms.filter((alarm) => !isExplained(instantsOf(alarm)))
    .map(({ startMs }) => startMs);
  const alarmEnds = alarms.map(({ endMs }) => endMs);
  const outages = spans.filter(({ kind }) => kind === "outage")
    .map((outage) => ({ ...outage, knownMs: outage.startMs }));
  return {
    incidents: spans.filter(({ kind }) => kind === "anomaly").map((one) => {
      const deviationMs = firstDeviation(one);
      return {
        id: one.id,
        ...delayOf(input, { ...one, deviationMs, isKnown }),
        falseAlarmsBefore: countBelow(falseStarts, deviationMs),
      };
    }),
    events: events?.map((event) => {
      // Alarms are in order and apart: the first that is not over comes first.
      const alarm = alarms[countBelow(alarmEnds, event.startMs)];
      return {
        start: isoTime(event.startMs),
        end: isoTime(event.endMs),
        ...delayOfEvent(event, alarm ? [alarm, ...outages] : outages),
      };
    }) ?? null,
    falseAlarms: falseStarts.length,
    alarmMs: runs.reduce((sum, { start, end }) => sum + end - start, 0) *
      intervalMs,
  };
}

/** An alarm or an outage, and when it was known. */
interface Sign extends StepSpan {
  readonly knownMs: number;
}

type Delay = Pick<ReplayedEvent, "delayMs" | "wasOn">;

/** From its first deviation to the first alarm until its end; `null` for none. */
function delayOf(
  input: ReplayInput,
  { deviationMs, endMs, isKnown }: {
    readonly deviationMs: number;
    readonly endMs: number;
    readonly isKnown: Uint8Array;
  },
): Delay {
  const from = Math.max(0, stepAt(input, deviationMs));
  const to = stepAt(input, endMs);
  for (let t = from; t <= to; t++) {
    if (isKnown[t] !== 1) continue;
    const wasOn = t === from && isKnown[t - 1] === 1;
    return {
      delayMs: (t - from) * input.intervalMs,
      ...(wasOn ? { wasOn } : {}),
    };
  }
  return { delayMs: null };
}

/** From its start to the first alarm that touches it; 0 for one that was on. */
function delayOfEvent(
  event: TimeSpan,
  signs: readonly Sign[],
): Delay {
  const touching = signs.filter((sign) => sharedMs(sign, event) >= 0);
  if (touching.length === 0) return { delayMs: null };
  const first = Math.min(...touching.map(({ knownMs }) => knownMs));
  const delayMs = first - event.startMs;
  return delayMs < 0 ? { delayMs: 0, wasOn: true } : { delayMs };
}

function spanOf(
  { start, end }: Pick<Incident, "start" | "end">,
  intervalMs: number,
): StepSpan {
  return { startMs: Date.parse(start), endMs: Date.parse(end), intervalMs };
}

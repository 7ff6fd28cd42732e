import { incidentRuns } from "../detect/incident_runs.ts";
import { isoTime } from "../frame/iso_time.ts";
import { type StepRange, stepTime } from "../frame/metric_table.ts";
import { againstLabels } from "../measure/against_labels.ts";
import { alarmRule } from "./scoring/alarm_rule.ts";
import type { Evaluated } from "./evaluate.ts";

/** What another threshold would have given on the same scores. */
export interface ThresholdChoice {
  /** The threshold, as a multiple of the one in force. */
  readonly times: number;
  /** Incidents that there would be, without outages. */
  readonly incidents: number;
  /** Share of the scored steps in alarm. */
  readonly alarmShare: number;
  /** Labelled events that an incident or outage would touch; `null` without labels. */
  readonly eventsFound: number | null;
  /** Incidents that would touch no label; `null` without labels. */
  readonly falseAlarms: number | null;
}

/**
 * Says what would have been found at another threshold: the scores stay as they
 * are, so nothing is trained or scored again.
 *
 * @param evaluated The run.
 * @param times The threshold, as a multiple of the one in force, above 0.
 * @returns Incidents and, with labels, how they compare.
 */
export function atThreshold(
  { scored, evaluation, model }: Evaluated,
  times: number,
): ThresholdChoice {
  const { score, table, moves } = scored;
  const runs = incidentRuns(score, {
    ...{ threshold: times, moves },
    ...alarmRule(model.detector),
  });
  const { startMs, intervalMs, steps } = table;
  const anomaly = ({ start, end }: StepRange, index: number) => ({
    id: String(index),
    kind: "anomaly" as const,
    start: isoTime(stepTime(table, start)),
    end: isoTime(stepTime(table, end - 1)),
    contributions: [],
  });
  const outages = scored.incidents.filter(({ kind }) => kind === "outage");
  const quality = evaluation.labels && againstLabels({
    incidents: [...runs.map(anomaly), ...outages],
    labels: evaluation.labels.perEvent.map(({ start, end, ...event }) => ({
      ...event,
      startMs: Date.parse(start),
      endMs: Date.parse(end),
    })),
    startMs,
    endMs: stepTime(table, steps - 1),
    intervalMs,
    days: 0,
  });
  return {
    times,
    incidents: runs.length,
    alarmShare: score.reduce((sum, s) => sum + (s >= times ? 1 : 0), 0) /
      evaluation.scoredSteps,
    eventsFound: quality?.eventsFound ?? null,
    falseAlarms: quality?.falseAlarms ?? null,
  };
}

import type { Incident } from "../../detect/incident.ts";
import { DAY_MS } from "../../frame/day_ms.ts";
import { isoTime } from "../../frame/iso_time.ts";
import { type MetricTable, stepTime } from "../../frame/metric_table.ts";
import type { Evaluation } from "../../measure/evaluation.ts";
import type { VersionMeasures } from "./comparison.ts";

/** First and last step, ISO 8601 UTC. */
type Span = Evaluation["span"];

/** What a version found, and what it scored. */
export interface TimedRun {
  /** Its evaluation. */
  readonly evaluation: Pick<Evaluation, "span" | "rates" | "labels">;
  /** What it found, and where it has a score. */
  readonly scored: {
    /** Its incidents. */
    readonly incidents: readonly Incident[];
    /** Scores, shape `[steps]`; NaN where there is none. */
    readonly score: Float32Array;
    /** The clock of the scores. */
    readonly table: Pick<MetricTable, "startMs" | "intervalMs">;
  };
}

/** How often a version raised an incident. */
export type AlarmRates = Pick<
  VersionMeasures,
  "incidentsPerDay" | "falseAlarms"
>;

/**
 * Finds the time that two versions scored: windows of other lengths end
 * elsewhere at the data's start and after each gap.
 *
 * @param current The span of one.
 * @param candidate The span of the other.
 * @returns From the later first to the earlier last step.
 */
export function sharedSpan(current: Span, candidate: Span): Span {
  const both = [current, candidate];
  const starts = both.map(({ start }) => Date.parse(start));
  const ends = both.map(({ end }) => Date.parse(end));
  return {
    start: isoTime(Math.max(...starts)),
    end: isoTime(Math.min(...ends)),
  };
}

/**
 * Tells whether something lies at least partly in a span.
 *
 * @param one What has a start and an end, ISO 8601 UTC, both included.
 * @param span The span.
 * @returns Whether they share an instant.
 */
export function touchesSpan(one: Span, span: Span): boolean {
  return Date.parse(one.start) <= Date.parse(span.end) &&
    Date.parse(one.end) >= Date.parse(span.start);
}

/**
 * Counts a version's incidents and false alarms a day in a part of what it scored.
 *
 * @param run What it found.
 * @param span The part.
 * @returns The rates; those of its evaluation where that is all that it scored.
 */
export function ratesIn(
  { evaluation, scored }: TimedRun,
  span: Span,
): AlarmRates {
  const { labels } = evaluation;
  const anomalies = scored.incidents.filter(({ kind }) => kind === "anomaly");
  const outside = anomalies.filter((one) => !touchesSpan(one, span));
  const days = scoredDays(scored, span);
  const daysOutside = scoredDays(scored, evaluation.span) - days;
  // Whether one is false was judged over all the time: a label may touch it.
  const explained = new Set(
    labels?.perIncident.filter(({ mark }) => mark !== "false")
      .map(({ incident }) => incident),
  );
  const rate = (count: number, days: number) => days > 0 ? count / days : 0;
  if (daysOutside === 0) {
    return {
      incidentsPerDay: evaluation.rates.incidentsPerDay,
      falseAlarms: labels &&
        { count: labels.falseAlarms, perDay: labels.falseAlarmsPerDay },
    };
  }
  const falseAlarms = labels && labels.falseAlarms -
      outside.filter(({ id }) => !explained.has(id)).length;
  return {
    incidentsPerDay: rate(anomalies.length - outside.length, days),
    falseAlarms: labels && falseAlarms !== null
      ? {
        count: falseAlarms,
        perDay: rate(falseAlarms, labels.days - daysOutside),
      }
      : null,
  };
}

/** Days with a score in a span. */
function scoredDays(
  { score, table }: TimedRun["scored"],
  { start, end }: Span,
): number {
  const [from, to] = [Date.parse(start), Date.parse(end)];
  const steps = score.reduce((sum, s, t) => {
    const time = stepTime(table, t);
    return sum + (Number.isFinite(s) && time >= from && time <= to ? 1 : 0);
  }, 0);
  return steps * table.intervalMs / DAY_MS;
}

import type { Incident } from "../../detect/incident.ts";
import {
  type EarlyWarning,
  earlyWarning,
} from "../../detect/trend/early_warning.ts";
import { incidentWarning } from "../../detect/trend/incident_warning.ts";
import type { LimitedSeries } from "../../detect/trend/limited_series.ts";

/** Early warnings of a run. */
export interface EarlyWarnings {
  /** The incidents, each with the warnings that were known when it began, or came in it. */
  readonly incidents: readonly Incident[];
  /** Those at the end of the data. */
  readonly atEnd: readonly EarlyWarning[];
}

/**
 * Tells what was about to run out, at the end of the data, when each incident
 * began and while it went on, each from what had been measured by then.
 *
 * @param incidents The run's incidents.
 * @param series The metrics that can run out.
 * @returns Incidents and warnings, what runs out first before others.
 */
export function earlyWarningsOf(
  incidents: readonly Incident[],
  series: readonly LimitedSeries[],
): EarlyWarnings {
  const watched = series.map((one) => ({ one, warn: earlyWarning(one) }));
  const known = (untilOf: (one: LimitedSeries) => number) =>
    watched.flatMap(({ one, warn }) => warn(untilOf(one)) ?? [])
      .sort(bySoonest);
  return {
    incidents: incidents.map((incident) => ({
      ...incident,
      earlyWarnings: known((one) => stepOf(one, incident.start)),
      warnedOf: watched.flatMap(({ one, warn }) =>
        incidentWarning(one, {
          warn,
          range: {
            start: stepOf(one, incident.start),
            end: stepOf(one, incident.end) + 1,
          },
          // What nobody could read has no trend.
          looks: incident.kind === "outage" ? "at the start" : "all along",
        }) ?? []
      ).sort(bySoonest),
    })),
    atEnd: known(({ left }) => left.length),
  };
}

function stepOf(
  { startMs, intervalMs }: LimitedSeries,
  time: string,
): number {
  return Math.round((Date.parse(time) - startMs) / intervalMs);
}

function bySoonest(a: EarlyWarning, b: EarlyWarning): number {
  return Date.parse(a.exhaustedAt) - Date.parse(b.exhaustedAt);
}

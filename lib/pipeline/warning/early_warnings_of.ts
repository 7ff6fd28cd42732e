import type { Incident } from "../../detect/incident.ts";
import {
  type EarlyWarning,
  earlyWarning,
} from "../../detect/trend/early_warning.ts";
import type { LimitedSeries } from "../../detect/trend/limited_series.ts";

/** Early warnings of a run. */
export interface EarlyWarnings {
  /** The incidents, each with the warnings that were known when it began. */
  readonly incidents: readonly Incident[];
  /** Those at the end of the data. */
  readonly atEnd: readonly EarlyWarning[];
}

/**
 * Tells what was about to run out, at the end of the data and when each
 * incident began, from what had been measured by then.
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
      .sort((a, b) => Date.parse(a.exhaustedAt) - Date.parse(b.exhaustedAt));
  return {
    incidents: incidents.map((incident) => ({
      ...incident,
      earlyWarnings: known(({ startMs, intervalMs }) =>
        Math.round((Date.parse(incident.start) - startMs) / intervalMs)
      ),
    })),
    atEnd: known(({ left }) => left.length),
  };
}

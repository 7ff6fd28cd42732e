import { formatDuration, formatSpan } from "../../frame/units.ts";
import { stepTime } from "../../frame/metric_table.ts";
import { foundText } from "../incident/found_text.ts";
import { incidentTime } from "../incident_sentence.ts";
import type { NumberedIncident, ReportView } from "../report_view.ts";
import { countText, nameText } from "../words.ts";

/** How many incidents a run found, besides the one that a report is about. */
type Counted = Pick<ReportView, "incidents" | "input">;

/**
 * Titles a report about one incident: host, severity, number, times.
 *
 * @param view The report's view.
 * @param one The incident.
 * @returns Such as `"web-1: critical incident #3, 2026-03-01 13:58–14:17 UTC"`.
 */
export function subjectTitle(
  { input: { table } }: Pick<ReportView, "input">,
  { incident, number }: NumberedIncident,
): string {
  const { intervalMs } = table;
  const what = incident.kind === "outage"
    ? "outage"
    : `${incident.severity} incident`;
  return `${nameText(table.host)}: ${what} #${number}, ${
    incidentTime(incident, { intervalMs })
  }`;
}

/**
 * Says how long it was and where it was found.
 *
 * @param view The report's view.
 * @param one The incident.
 * @returns Such as `"20 min, one of 3 incidents and 1 outage in 2026-03-01
 *   06:00–17:59 UTC, one value every 1 min"`.
 */
export function subjectSubtitle(
  view: Counted,
  { durationMs }: NumberedIncident,
): string {
  const { table } = view.input;
  const { intervalMs, steps } = table;
  const [first, last] = [stepTime(table, 0), stepTime(table, steps - 1)];
  return `${formatDuration(durationMs)}, ${amongText(view)} in ${
    formatSpan(first, last, { intervalMs })
  }, one value every ${formatDuration(intervalMs)}`;
}

/**
 * Says among how many incidents one was found.
 *
 * @param view The report's view.
 * @returns Such as `"one of 3 incidents and 1 outage"`, `"the only incident"`.
 */
export function amongText({ incidents, input }: Counted): string {
  const { rates } = input.evaluation;
  if (incidents.length === 1) {
    return rates.incidents > 0 ? "the only incident" : "the only outage";
  }
  return `one of ${
    rates.incidents > 0 ? foundText(rates) : countText(rates.outages, "outage")
  }`;
}

import { formatLocalSpan } from "../../frame/local_time.ts";
import type { Facts } from "../document.ts";
import { timeIn } from "../incident_clock.ts";
import { lastedText } from "../incident/lasted_text.ts";
import { shapeOf } from "../shape_of.ts";
import type { NumberedIncident, ReportView } from "../report_view.ts";
import { scoreText } from "../words.ts";

/**
 * Gives what is asked first of an incident: severity, duration, peak, and local
 * time where the reader asked for it.
 *
 * @param view The report's view.
 * @param one The incident.
 * @returns A row of facts.
 */
export function incidentFacts(view: ReportView, one: NumberedIncident): Facts {
  const { incident } = one;
  const { peakScore, peak, severity } = incident;
  const [start, end] = [Date.parse(incident.start), Date.parse(incident.end)];
  const { timeZone } = view;
  return {
    kind: "facts",
    layout: "row",
    items: [
      { term: "Severity", value: severity, shape: shapeOf(incident) },
      { term: "Duration", value: lastedText(view, one) },
      ...(peakScore === null ? [] : [{
        term: "Peak",
        value: `${scoreText(peakScore)} × threshold at ${
          timeIn(view, incident, { ms: Date.parse(peak) })
        }`,
      }]),
      ...(timeZone === null ? [] : [{
        term: "Local time",
        value: formatLocalSpan(start, end, { timeZone }),
      }]),
    ],
  };
}

import { evidenceOf } from "../evidence/evidence.ts";
import { formatTime } from "../../frame/units.ts";
import type { Section } from "../document.ts";
import { incidentTimeline } from "../postmortem/incident_timeline.ts";
import { tableClock } from "../postmortem/table_clock.ts";
import type { NumberedIncident, ReportView } from "../report_view.ts";
import { warningBasis } from "../warnings/warning_basis.ts";

/**
 * Tells one incident in the order of time, each row with what it was seen in: the
 * chapter that its own part stands in.
 *
 * @param view The report's view.
 * @param one The incident.
 * @returns The section, with the id that the incidents of a whole report have.
 */
export function subjectStory(
  view: ReportView,
  one: NumberedIncident,
): Section {
  const entries = incidentTimeline(view, one);
  const times = entries.map(({ ms }) => ms);
  const { zone, options } = tableClock(times, view.input.table.intervalMs);
  return {
    id: "incidents",
    title: "What happened",
    level: 2,
    evidence: evidenceOf(view.input, {
      basis: ["score", ...warningBasis(one.incident.warnedOf)],
      range: one.range,
      times,
    }),
    blocks: [{
      kind: "table",
      caption: `#${one.number} in the order of time: what was seen when, and ` +
        "in which metric; score is the model's own.",
      columns: [
        { title: `Time ${zone}`, align: "left", weight: 1 },
        { title: "What", align: "left", weight: 3 },
        { title: "Seen in", align: "left", weight: 1 },
      ],
      rows: entries.map(({ ms, what, source }) => [
        formatTime(ms, options),
        what,
        source,
      ]),
    }],
  };
}

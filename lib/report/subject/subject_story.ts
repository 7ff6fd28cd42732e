import { DAY_MS } from "../../frame/day_ms.ts";
import { formatTime } from "../../frame/units.ts";
import { evidenceOf } from "../evidence/evidence.ts";
import { aroundIncident } from "../around_incident.ts";
import type { Section } from "../document.ts";
import { incidentTimeline } from "../postmortem/incident_timeline.ts";
import type { NumberedIncident, ReportView } from "../report_view.ts";

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
  const { table } = view.input;
  const { intervalMs, steps } = table;
  const { start } = one.incident;
  const entries = incidentTimeline(view, one);
  const dayOf = (ms: number) => Math.floor(ms / DAY_MS);
  const isOneDay = entries.every(({ ms }) =>
    dayOf(ms) === dayOf(Date.parse(start))
  );
  const date = isOneDay ? "left out" : "shown";
  return {
    id: "incidents",
    title: "What happened",
    level: 2,
    evidence: evidenceOf(view.input, {
      basis: "score",
      range: aroundIncident(one.range, steps),
    }),
    blocks: [{
      kind: "table",
      caption: `#${one.number} in the order of time${
        isOneDay ? ` on ${start.slice(0, "2026-03-01".length)}` : ""
      }: what was seen when, and in which metric; score is the model's own.`,
      columns: [
        { title: "Time (UTC)", align: "left", weight: 1 },
        { title: "What", align: "left", weight: 3 },
        { title: "Seen in", align: "left", weight: 1 },
      ],
      rows: entries.map(({ ms, what, source }) => [
        formatTime(ms, { intervalMs, date, zone: "left out" }),
        what,
        source,
      ]),
    }],
  };
}

import { evidenceOf } from "../evidence/evidence.ts";
import type { Section } from "../document.ts";
import { alarmDelay } from "../incident/alarm_delay.ts";
import { timeIn } from "../incident_clock.ts";
import type { NumberedIncident, ReportView } from "../report_view.ts";
import { DEVIATION, extrapolatedText } from "../sections/replay_section.ts";
import { replayedTable } from "../sections/replayed_table.ts";

/**
 * Answers "would we have caught it?" of one incident: when each alarm budget would
 * have alarmed, how late, and for how many other alarms.
 *
 * @param view The report's view.
 * @param one The incident.
 * @returns One section, or none for an outage, which no budget decides about.
 */
export function subjectReplay(
  view: ReportView,
  one: NumberedIncident,
): Section[] {
  const { input } = view;
  const tables = replayedTable(view, one);
  if (tables.length === 0) return [];
  const since = timeIn(view, one.incident, {
    ms: alarmDelay(view, one).deviationMs,
  });
  return [{
    id: "replay",
    title: "Would we have caught it?",
    level: 2,
    evidence: evidenceOf(input, { basis: "labels" }),
    blocks: [
      ...tables,
      {
        kind: "paragraph",
        text:
          `A delay counts from the first deviation, ${since}: ${DEVIATION}.${
            extrapolatedText(input.evaluation.replay)
          }`,
      },
    ],
  }];
}

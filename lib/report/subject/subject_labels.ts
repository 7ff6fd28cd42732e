import type { Mark } from "../../frame/labelled_span.ts";
import { evidenceOf } from "../evidence/evidence.ts";
import type { Section } from "../document.ts";
import type { NumberedIncident, ReportView } from "../report_view.ts";
import { eventsTable } from "../sections/labels_section.ts";
import { nameText } from "../words.ts";

/** What a labeller says of the time. */
const MARKS: Readonly<Record<Mark, string>> = {
  true: "an incident",
  false: "no incident",
  maintenance: "maintenance",
};

/**
 * Tells what people labelled of one incident's time.
 *
 * @param view The report's view.
 * @param one The incident.
 * @returns One section, or none where there are no labels.
 */
export function subjectLabels(
  view: ReportView,
  { incident }: NumberedIncident,
): Section[] {
  const { labels } = view.input.evaluation;
  if (labels === null) return [];
  const said = labels.perIncident.find((one) => one.incident === incident.id);
  const note = said === undefined || said.note === ""
    ? ""
    : ` (${nameText(said.note)})`;
  const events = labels.perEvent.filter((one) => one.incident === incident.id);
  return [{
    id: "labels",
    title: "Against labels",
    level: 2,
    evidence: evidenceOf(view.input, { basis: "labels" }),
    blocks: [
      {
        kind: "paragraph",
        text: said === undefined
          ? `No label touches it.${
            incident.kind === "outage"
              ? ""
              : " By the labels it is a false alarm."
          }`
          : `The labels say of its time: ${MARKS[said.mark]}${note}.`,
      },
      ...events.length === 0 ? [] : [eventsTable(view, events)],
    ],
  }];
}

import { evidenceOf } from "../evidence/evidence.ts";
import type { Section } from "../document.ts";
import type { NumberedIncident, ReportView } from "../report_view.ts";
import { scoreFigure } from "../sections/score_figure.ts";
import { CAUTION, scoredText } from "../sections/summary_section.ts";
import { shownWarnings } from "../warnings/shown_warnings.ts";
import { standingWarnings } from "../warnings/standing_warnings.ts";
import { warningBasis } from "../warnings/warning_basis.ts";
import { amongText } from "./subject_words.ts";

/**
 * Shows where an incident stands in the scored time, and says what else there is
 * and how to see it.
 *
 * @param view The report's view.
 * @param one The incident.
 * @returns The section.
 */
export async function subjectSummary(
  view: ReportView,
  one: NumberedIncident,
): Promise<Section> {
  const isAnomaly = one.incident.kind === "anomaly";
  // That a server could not be read is known without a model.
  const weak = isAnomaly ? view.input.training.warnings : [];
  return {
    id: "summary",
    title: "Summary",
    level: 2,
    evidence: evidenceOf(view.input, {
      basis: [
        "score",
        ...warningBasis(shownWarnings(view)),
        ...(weak.length > 0 ? ["training" as const] : []),
      ],
    }),
    blocks: [
      await scoreFigure(view),
      {
        kind: "paragraph",
        text: `${aboutText(view, one)} ${scoredText(view)}`,
      },
      ...isAnomaly ? [{ kind: "paragraph" as const, text: CAUTION }] : [],
      ...standingWarnings(view).map((warning) => (
        { kind: "note" as const, mark: "warning" as const, ...warning }
      )),
      ...weak.length === 0 ? [] : [{
        kind: "note" as const,
        text: `This result is weaker than it could be: ${weak.join(" ")}`,
      }],
    ],
  };
}

/** The others in one line. */
function aboutText(
  view: ReportView,
  { incident, number }: NumberedIncident,
): string {
  const about = `This report is about ${
    incident.kind === "outage" ? "outage" : "incident"
  } #${number} (${incident.id}), ${amongText(view)} that ${
    view.incidents.length === 1 ? "was" : "were"
  } found.`;
  return view.incidents.length === 1 ? about : `${about} Of the others it ` +
    "shows when they were; the command without --incident tells of all.";
}

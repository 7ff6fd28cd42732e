import { formatDuration } from "../../frame/units.ts";
import type { Lead } from "../document.ts";
import { firstSignals } from "../incident/onset_text.ts";
import { clockOf } from "../incident_clock.ts";
import { lastedText } from "../incident/lasted_text.ts";
import { incidentTime, signalsText } from "../incident_sentence.ts";
import type { NumberedIncident, ReportView } from "../report_view.ts";
import { incidentChangeText, movesOf } from "../sections/change_words.ts";
import { cautionTexts } from "../trust/caution_texts.ts";
import { standingWarnings } from "../warnings/standing_warnings.ts";
import { scoreText } from "../words.ts";
import { subjectFigures } from "./subject_figures.ts";

/**
 * Says in a paragraph what one incident was, with the figures that are asked for
 * first.
 *
 * @param view The report's view.
 * @param one The incident.
 * @returns The verdict and its figures.
 */
export function subjectLead(view: ReportView, one: NumberedIncident): Lead {
  const isOutage = one.incident.kind === "outage";
  return {
    verdict: isOutage ? outageVerdict(view, one) : verdict(view, one),
    // That a server could not be read is known without a model.
    caution: isOutage ? null : cautionTexts(view).join(" ") || null,
    warnings: standingWarnings(view),
    figures: subjectFigures(view, one),
  };
}

function outageVerdict(view: ReportView, one: NumberedIncident): string {
  return `The server could not be read for ${formatDuration(one.durationMs)}, ${
    incidentTime(one.incident, clockOf(view))
  }. Nothing is known of its metrics in that time.`;
}

function verdict(view: ReportView, one: NumberedIncident): string {
  const { incident } = one;
  const { intervalMs } = view.input.table;
  const reached = incident.peakScore === null
    ? ""
    : ` and reached ${scoreText(incident.peakScore)} × the threshold`;
  const change = incidentChangeText(movesOf(view, incident), {
    ...{ intervalMs, timeZone: view.timeZone },
  });
  return [
    `It lasted ${lastedText(view, one)}, ${
      incidentTime(incident, clockOf(view))
    },${reached}: ${signalsText(incident)}.`,
    firstSignals(incident),
    change,
  ].filter((text) => text !== "").join(" ");
}

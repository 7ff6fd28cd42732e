import type { Section } from "../document.ts";
import type { NumberedIncident, ReportView } from "../report_view.ts";
import { blindSpotsSection } from "../sections/blind_spots_section.ts";
import { dataSection } from "../sections/data_section.ts";
import { earlyWarningsSections } from "../sections/early_warnings_section.ts";
import { incidentParts } from "../sections/incident_parts.ts";
import { methodSection } from "../sections/method_section.ts";
import { thresholdsSection } from "../sections/thresholds_section.ts";
import { trendsSection } from "../sections/trends_section.ts";
import { subjectLabels } from "./subject_labels.ts";
import { subjectReplay } from "./subject_replay.ts";
import { subjectStory } from "./subject_story.ts";
import { subjectSummary } from "./subject_summary.ts";

/**
 * Builds the sections of a report about one incident: all that is known of it, of
 * the others only when they were.
 *
 * @param view The report's view.
 * @param one The incident.
 * @returns The sections, in order.
 */
export async function* subjectSections(
  view: ReportView,
  one: NumberedIncident,
): AsyncGenerator<Section> {
  yield await subjectSummary(view, one);
  yield subjectStory(view, one);
  yield* incidentParts(view);
  yield* await earlyWarningsSections(view);
  yield* subjectReplay(view, one);
  yield await dataSection(view);
  // An outage is not scored, and blames no metric.
  if (one.incident.kind === "anomaly") {
    yield await trendsSection(view);
    yield thresholdsSection(view);
  }
  yield* subjectLabels(view, one);
  yield blindSpotsSection(view);
  yield await methodSection(view);
}

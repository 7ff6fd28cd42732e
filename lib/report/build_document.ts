import { formatDuration, formatSpan } from "../frame/units.ts";
import { stepTime } from "../frame/metric_table.ts";
import type { ReportDocument, Section } from "./document.ts";
import { postmortem } from "./postmortem/postmortem.ts";
import { reportLead } from "./report_lead.ts";
import type { ReportInput } from "./report_input.ts";
import { type ReportView, toReportView } from "./report_view.ts";
import { blindSpotsSection } from "./sections/blind_spots_section.ts";
import { dataSection } from "./sections/data_section.ts";
import { earlyWarningsSections } from "./sections/early_warnings_section.ts";
import { incidentParts } from "./sections/incident_parts.ts";
import { incidentsSection } from "./sections/incidents_section.ts";
import { labelsSections } from "./sections/labels_section.ts";
import { methodSection } from "./sections/method_section.ts";
import { replaySections } from "./sections/replay_section.ts";
import { summarySection } from "./sections/summary_section.ts";
import { thresholdsSection } from "./sections/thresholds_section.ts";
import { trendsSection } from "./sections/trends_section.ts";
import { toPageData } from "./to_page_data.ts";
import { countText, nameText } from "./words.ts";

/**
 * Builds the report: draws the charts, formats the numbers, writes the
 * sentences. The same input gives the same document.
 *
 * @param input What was scored and found.
 * @returns The document that HTML, PDF and Markdown are renderings of.
 */
export async function buildDocument(
  input: ReportInput,
): Promise<ReportDocument> {
  const view = toReportView(input);
  const sections: Section[] = [
    await summarySection(view),
    incidentsSection(view),
    ...await incidentParts(view),
    ...await earlyWarningsSections(view),
    ...replaySections(view),
    await dataSection(view),
    await trendsSection(view),
    thresholdsSection(view),
    ...labelsSections(view),
    blindSpotsSection(view),
    await methodSection(view),
  ];
  return {
    title: titleOf(view),
    subtitle: subtitleOf(view),
    createdAt: new Date(input.run.startedAt),
    data: toPageData(view),
    lead: reportLead(view),
    sections,
    postmortem: postmortem(view, {
      figures: sections.flatMap(({ blocks }) => blocks)
        .filter((block) => block.kind === "figure"),
    }),
  };
}

function titleOf({ input }: ReportView): string {
  const { table, evaluation } = input;
  const { incidents, outages } = evaluation.rates;
  const found = [
    countText(incidents, "incident"),
    ...(outages > 0 ? [countText(outages, "outage")] : []),
  ].join(" and ");
  const duration = formatDuration(table.steps * table.intervalMs);
  return `${nameText(table.host)}: ${found} in ${duration}`;
}

function subtitleOf({ input: { table } }: ReportView): string {
  const { intervalMs, steps } = table;
  const span = formatSpan(
    stepTime(table, 0),
    stepTime(table, Math.max(0, steps - 1)),
    { intervalMs },
  );
  return `${span}, one value every ${formatDuration(intervalMs)}`;
}

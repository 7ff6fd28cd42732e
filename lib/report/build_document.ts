import { formatDuration, formatSpan } from "../frame/units.ts";
import { stepTime } from "../frame/metric_table.ts";
import type { ReportDocument, Section } from "./document.ts";
import { foundText } from "./incident/found_text.ts";
import { postmortem } from "./postmortem/postmortem.ts";
import { reportLead } from "./report_lead.ts";
import type { ReportInput } from "./report_input.ts";
import {
  type ReportOptions,
  type ReportView,
  toReportView,
} from "./report_view.ts";
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
import { subjectLead } from "./subject/subject_lead.ts";
import { subjectSections } from "./subject/subject_sections.ts";
import { subjectSubtitle, subjectTitle } from "./subject/subject_words.ts";
import { toPageData } from "./to_page_data.ts";
import { nameText } from "./words.ts";

/** What a document is about, and who hears of its parts. */
export interface DocumentOptions extends ReportOptions {
  /** Hears of each section as soon as it is made, in order. */
  readonly onSection?: (section: Section) => void;
}

/**
 * Builds the report: draws the charts, formats the numbers, writes the
 * sentences. The same input gives the same document.
 *
 * @param input What was scored and found.
 * @param options Id of the one incident that the report is about, if it is; who
 *   hears of each section.
 * @returns The document that HTML, PDF and Markdown are renderings of.
 * @throws {TypeError} If no incident has that id.
 */
export async function buildDocument(
  input: ReportInput,
  { onSection, ...options }: DocumentOptions = {},
): Promise<ReportDocument> {
  const view = toReportView(input, options);
  const { subject } = view;
  const told = subject === null
    ? {
      title: titleOf(view),
      subtitle: subtitleOf(view),
      lead: reportLead(view),
      sections: allSections(view),
    }
    : {
      title: subjectTitle(view, subject),
      subtitle: subjectSubtitle(view, subject),
      lead: subjectLead(view, subject),
      sections: subjectSections(view, subject),
    };
  const sections: Section[] = [];
  for await (const section of told.sections) {
    sections.push(section);
    onSection?.(section);
  }
  return {
    ...told,
    sections,
    createdAt: new Date(input.run.startedAt),
    data: toPageData(view),
    postmortem: postmortem(view, {
      figures: sections.flatMap(({ blocks }) => blocks)
        .filter((block) => block.kind === "figure"),
    }),
  };
}

async function* allSections(view: ReportView): AsyncGenerator<Section> {
  yield await summarySection(view);
  yield incidentsSection(view);
  yield* incidentParts(view);
  yield* await earlyWarningsSections(view);
  yield* replaySections(view);
  yield await dataSection(view);
  yield await trendsSection(view);
  yield thresholdsSection(view);
  yield* labelsSections(view);
  yield blindSpotsSection(view);
  yield await methodSection(view);
}

function titleOf({ input }: ReportView): string {
  const { table, evaluation } = input;
  const found = foundText(evaluation.rates);
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

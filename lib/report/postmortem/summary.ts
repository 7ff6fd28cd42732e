import { formatSpan } from "../../frame/units.ts";
import type { Block } from "../document.ts";
import { commonDoubts, commonDoubtsText } from "../incident/common_doubts.ts";
import { wereFoundText } from "../incident/found_text.ts";
import { confidenceText } from "../incident/confidence_text.ts";
import { lastedText } from "../incident/lasted_text.ts";
import { incidentSentence } from "../incident_sentence.ts";
import { quietText } from "../quiet_text.ts";
import { verdictText } from "../report_lead.ts";
import type { NumberedIncident, ReportView } from "../report_view.ts";
import { incidentChangeText, movesOf } from "../sections/change_words.ts";
import { CAUTION } from "../sections/summary_section.ts";
import { changesList } from "../sections/changes_blocks.ts";
import { shownWarnings } from "../warnings/shown_warnings.ts";
import { standingWarnings } from "../warnings/standing_warnings.ts";
import { warningBasis } from "../warnings/warning_basis.ts";
import { knownText } from "../warnings/known_text.ts";
import { cautionTexts } from "../trust/caution_texts.ts";
import { countText, nameText } from "../words.ts";
import { paragraphs } from "./paragraphs.ts";
import { type Chapter, evidenceOfTold, type Told } from "./told.ts";

const DRAFT =
  "a draft that whenwhy made from measured metrics alone. What set " +
  "it off, whom it concerned, what people did and what shall follow from it " +
  "are for those to add who know.";

/**
 * Says in a few sentences what happened.
 *
 * @param told What is written from.
 * @returns The chapter.
 */
export function summary(told: Told): Chapter {
  const { view, incidents } = told;
  const { subject } = view;
  const warnings = subject === null
    ? [
      ...shownWarnings(view),
      ...incidents.flatMap(({ incident }) => incident.warnedOf),
    ]
    : subject.incident.warnedOf;
  return {
    blocks: [
      { kind: "note", text: DRAFT },
      ...(subject === null
        ? severalBlocks(view, told)
        : oneBlocks(view, subject)),
      ...paragraphs(incidents.length === 0 ? [] : [CAUTION]),
      ...notes(trustTexts(view)),
    ],
    evidence: evidenceOfTold(told, { also: warningBasis(warnings) }),
  };
}

function oneBlocks(view: ReportView, one: NumberedIncident): Block[] {
  const { incident } = one;
  const { timeZone, input: { table: { intervalMs, host } } } = view;
  const options = { intervalMs, timeZone };
  return [
    ...paragraphs([
      `${nameText(host)}, ${incidentSentence(incident, options)} It lasted ${
        lastedText(view, one)
      } and is ${incident.severity}.`,
      incidentChangeText(movesOf(view, incident), options),
      confidenceText(incident.confidence),
    ]),
    ...incident.warnedOf.map((warning) => (
      {
        ...{ kind: "note" as const, mark: "warning" as const },
        text: knownText(incident, warning, { timeZone }),
      }
    )),
  ];
}

function severalBlocks(
  view: ReportView,
  { incidents: told, leftOut }: Pick<Told, "incidents" | "leftOut">,
): Block[] {
  const { incidents, timeZone, input: { evaluation, table } } = view;
  const { intervalMs } = table;
  const { start, end } = evaluation.span;
  const scored = `${nameText(table.host)} was scored over ${
    formatSpan(Date.parse(start), Date.parse(end), { intervalMs })
  }; ${wereFoundText(evaluation.rates)}.`;
  return [
    ...paragraphs([
      `${scored} ${
        incidents.length === 0 ? quietText(view) : verdictText(view)
      }`,
    ]),
    ...changesList(view),
    ...standingWarnings(view).map(({ text }) => (
      { kind: "note" as const, mark: "warning" as const, text }
    )),
    ...told.flatMap(({ incident, number }) =>
      incident.warnedOf.map((warning) => (
        {
          ...{ kind: "note" as const, mark: "warning" as const },
          text: `#${number}: ${knownText(incident, warning, { timeZone })}`,
        }
      ))
    ),
    ...notes(
      leftOut === 0 ? [] : [
        `This tells of the ${
          incidents.length - leftOut
        } with the highest peaks; ${
          countText(leftOut, "more")
        } are in incidents.json and in the table of report.html.`,
      ],
    ),
  ];
}

/** How far to trust all of it; of one incident its own confidence stands above. */
function trustTexts(view: ReportView): string[] {
  const { subject, input: { incidents, evaluation } } = view;
  const { note } = evaluation.history;
  const before = note === null ? [] : [note];
  const doubts = subject === null
    ? commonDoubtsText(commonDoubts(incidents), before)
    : "";
  const others = cautionTexts(view).filter((text) => text !== note);
  const texts = [...before, ...doubts === "" ? [] : [`${doubts}.`]];
  return [...others, ...texts.length === 0 ? [] : [texts.join(" ")]];
}

function notes(texts: readonly string[]): Block[] {
  return texts.map((text) => ({ kind: "note", text }));
}

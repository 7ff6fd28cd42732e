import { evidenceOf } from "../evidence/evidence.ts";
import type { Block, Section } from "../document.ts";
import { commonDoubts } from "../incident/common_doubts.ts";
import { confidenceText } from "../incident/confidence_text.ts";
import type { NumberedIncident } from "../report_view.ts";
import { contributionsTable } from "../sections/contributions_table.ts";
import { counterfactualText } from "../sections/counterfactual_blocks.ts";
import {
  type Chapter,
  figuresOf,
  incidentTitle,
  type Told,
} from "./told_incidents.ts";

const MEANING = "Contributing signals say where it shows, not what set it " +
  "off. A signal's share is how unusual it was, over the sum of all.";

/**
 * Lists what contributed to each incident, in units, with its charts.
 *
 * @param told What is written from.
 * @returns The chapter; a part an incident where there are several.
 */
export function contributing(told: Told): Chapter {
  const { view, incidents } = told;
  const { subject } = view;
  const evidence = evidenceOf(view.input, {
    basis: "score",
    ...(subject === null ? {} : { range: subject.range }),
  });
  if (subject !== null) return { blocks: blocksOf(told, subject), evidence };
  if (incidents.length === 0) {
    return { blocks: [{ kind: "paragraph", text: "None." }], evidence };
  }
  return {
    blocks: [{ kind: "paragraph", text: MEANING }],
    evidence,
    parts: incidents.map((one): Section => ({
      id: `postmortem-signals-${one.number}`,
      title: incidentTitle(view, one),
      level: 3,
      incident: one.incident.id,
      blocks: blocksOf(told, one),
    })),
  };
}

function blocksOf(told: Told, one: NumberedIncident): Block[] {
  const { view } = told;
  const { intervalMs } = view.input.table;
  const { incident, number } = one;
  const isOne = view.subject !== null;
  if (incident.kind === "outage") {
    return [{
      kind: "paragraph",
      text: "None: nothing is known of the metrics in that time, so none of " +
        "them is blamed.",
    }, ...warningFigures(told, one)];
  }
  const texts = [
    isOne ? MEANING : "",
    isOne ? "" : confidenceText(incident.confidence, {
      common: commonDoubts(view.input.incidents),
    }),
  ];
  return [
    ...paragraphs(texts),
    contributionsTable(one, { intervalMs }),
    ...paragraphs([counterfactualText(incident, { intervalMs })]),
    ...figuresOf(told, [
      `incident-${number}-actual-expected`,
      // Of several incidents the report has the rest.
      ...(isOne
        ? [`incident-${number}-heatmap`, `incident-${number}-contributions`]
        : []),
    ]),
    ...(isOne ? warningFigures(told, one) : []),
  ];
}

function warningFigures(
  told: Told,
  { number, incident }: NumberedIncident,
): Block[] {
  const ids = incident.earlyWarnings
    .map((_, i) => `incident-${number}-warning-${i + 1}`);
  return figuresOf(told, ids);
}

function paragraphs(texts: readonly string[]): Block[] {
  return texts.filter((text) => text !== "")
    .map((text) => ({ kind: "paragraph", text }));
}

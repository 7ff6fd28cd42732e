import type { Block, Section } from "../document.ts";
import { commonDoubts } from "../incident/common_doubts.ts";
import type { Evidence } from "../evidence/evidence.ts";
import { timesOf } from "../evidence/times_of.ts";
import { confidenceText } from "../incident/confidence_text.ts";
import type { NumberedIncident } from "../report_view.ts";
import { contributionsTable } from "../sections/contributions_table.ts";
import { counterfactualText } from "../sections/counterfactual_blocks.ts";
import { warningBasis } from "../warnings/warning_basis.ts";
import { paragraphs } from "./paragraphs.ts";
import {
  type Chapter,
  evidenceOfTold,
  figuresById,
  incidentTitle,
  type Told,
} from "./told.ts";

const MEANING = "Contributing signals say where it shows, not what set it " +
  "off. A signal's share is how unusual it was, over the sum of all.";

/** What each table would say again: a tracker takes only so many characters. */
const TABLES = "● marks a signal that passed its own threshold; actual and " +
  "expected are at its own worst step. Metrics that move together are one " +
  "signal: the share is that of all, the values are those of the one named " +
  'first; one after "moves with" stayed in its own band. Smaller shares are ' +
  "left out.";

const NOTHING_KNOWN =
  "None: nothing is known of the metrics in that time, so " +
  "none of them is blamed.";

/**
 * Lists what contributed to each incident, in units, with its charts.
 *
 * @param told What is written from.
 * @returns The chapter; a part an incident where there are several.
 */
export function contributing(told: Told): Chapter {
  const { view, incidents } = told;
  const { subject } = view;
  if (subject !== null) {
    const blocks = blocksOf(told, subject);
    return { blocks, evidence: evidenceOfBlocks(told, blocks) };
  }
  const parts = incidents.map((one): Section => ({
    id: `postmortem-signals-${one.number}`,
    title: incidentTitle(view, one),
    level: 3,
    incident: one.incident.id,
    blocks: blocksOf(told, one),
  }));
  return {
    blocks: paragraphs([parts.length === 0 ? "None." : `${MEANING} ${TABLES}`]),
    evidence: evidenceOfBlocks(told, parts.flatMap(({ blocks }) => blocks)),
    parts,
  };
}

function evidenceOfBlocks(told: Told, blocks: readonly Block[]): Evidence {
  const warnings = told.incidents
    .filter((one) =>
      one === told.view.subject || one.incident.kind === "outage"
    )
    .flatMap(({ incident }) => incident.warnedOf);
  return evidenceOfTold(told, {
    also: warningBasis(warnings),
    times: timesOf(blocks),
  });
}

function blocksOf(told: Told, one: NumberedIncident): Block[] {
  const { incident } = one;
  if (incident.kind === "outage") {
    return [...paragraphs([NOTHING_KNOWN]), ...warningFigures(told, one)];
  }
  const { intervalMs } = told.view.input.table;
  const table = contributionsTable(one, { intervalMs });
  const clears = paragraphs([counterfactualText(incident, { intervalMs })]);
  const figure = (name: string) =>
    figuresById(told, [`incident-${one.number}-${name}`]);
  if (told.view.subject !== null) {
    return [
      ...paragraphs([MEANING]),
      ...[table, ...clears, ...figure("actual-expected")],
      ...[...figure("heatmap"), ...figure("contributions")],
      ...warningFigures(told, one),
    ];
  }
  const common = commonDoubts(told.view.input.incidents);
  const isFirst = one === told.incidents
    .find(({ incident }) => incident.kind === "anomaly");
  return [
    ...paragraphs([confidenceText(incident.confidence, { common })]),
    { ...table, caption: "" },
    ...clears,
    ...figure("actual-expected")
      .map((chart) => isFirst ? chart : { ...chart, caption: "" }),
  ];
}

function warningFigures(
  told: Told,
  { number, incident }: NumberedIncident,
): Block[] {
  const ids = incident.warnedOf
    .map((_, i) => `incident-${number}-warning-${i + 1}`);
  return figuresById(told, ids);
}

import { evidenceOf } from "../evidence/evidence.ts";
import type { Block, Section, Table } from "../document.ts";
import { incidentTime } from "../incident_sentence.ts";
import type { NumberedIncident, ReportView } from "../report_view.ts";
import { parametersTable } from "../sections/parameters_table.ts";
import { likenessText } from "../sections/seen_before_blocks.ts";
import { nameText } from "../words.ts";
import { evidenceFacts } from "./evidence_facts.ts";
import { type Chapter, incidentTitle, type Told } from "./told.ts";

const FILES: Readonly<Record<string, string>> = {
  "report.html": "the report: charts to zoom, one file, offline",
  "report.pdf": "the same on paper",
  "incidents.json": "the incidents with their contributions, for programs",
  "scores.parquet": "score and distance of each metric at each step",
  "evaluation.json": "thresholds, rates, alarm budgets, labels",
  "run.json": "how the run is made again",
  "figures/": "each chart as SVG and PNG, its data as CSV",
};

/**
 * Gives the evidence: where everything came from, how it is made again, where
 * there is more of it.
 *
 * @param told What is written from.
 * @returns The chapter.
 */
export function supporting(told: Told): Chapter {
  const { view, incidents, figures } = told;
  return {
    blocks: [
      evidenceFacts(told),
      parametersTable(view),
      ...(figures.size === 0 ? [] : [filesTable()]),
    ],
    parts: seenBefore(view, incidents),
    evidence: evidenceOf(view.input, { basis: "everything" }),
  };
}

function filesTable(): Table {
  return {
    kind: "table",
    caption: "Files beside this one.",
    columns: [
      { title: "File", align: "left" },
      { title: "What it holds", align: "left" },
    ],
    rows: Object.entries(FILES)
      .map(([name, what]) => [{ text: name, href: name }, what]),
  };
}

function seenBefore(
  view: ReportView,
  incidents: readonly NumberedIncident[],
): Section[] {
  const found = incidents
    .filter(({ incident }) => incident.seenBefore.length > 0);
  if (found.length === 0) return [];
  const blocks: Block[] = [{
    kind: "paragraph",
    text: "Earlier incidents with much the same signals: read their " +
      "postmortems; a similarity of 1 is the same.",
  }];
  for (const one of found) {
    blocks.push(
      { kind: "paragraph", text: `${incidentTitle(view, one)}, seen before:` },
      { kind: "list", items: seenTexts(view, one) },
    );
  }
  return [{ id: "postmortem-seen", title: "Seen before", level: 3, blocks }];
}

function seenTexts(
  { input: { table: { intervalMs } }, timeZone }: ReportView,
  { incident: { seenBefore, kind } }: NumberedIncident,
): string[] {
  return seenBefore.map((seen) => {
    const signals = kind === "outage"
      ? "outage"
      : `${likenessText(seen)} (similarity ${seen.similarity.toFixed(2)})`;
    const label = seen.mark === null ? [] : [`label: ${nameText(seen.mark)}`];
    const where = seen.source === null ? [] : [`in ${nameText(seen.source)}`];
    const when = incidentTime(seen, { intervalMs, timeZone });
    return `${when}: ${[signals, ...label, ...where].join(", ")}`;
  });
}

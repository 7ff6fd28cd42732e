import { evidenceOf } from "../evidence/evidence.ts";
import { timesOf } from "../evidence/times_of.ts";
import { firstDeviation } from "../../detect/first_deviation.ts";
import type { Incident } from "../../detect/incident.ts";
import { formatDuration } from "../../frame/units.ts";
import type { Block, Section } from "../document.ts";
import { clockOf, shortTime } from "../incident_clock.ts";
import { incidentTime, signalsText } from "../incident_sentence.ts";
import { shapeOf } from "../shape_of.ts";
import type { NumberedIncident, ReportView } from "../report_view.ts";
import { incidentChangeText, movesOf } from "./change_words.ts";
import { incidentWarnings } from "../warnings/incident_warnings.ts";
import { warningBasis } from "../warnings/warning_basis.ts";
import { contributionsTable } from "./contributions_table.ts";
import { commonDoubts } from "../incident/common_doubts.ts";
import { confidenceText } from "../incident/confidence_text.ts";
import { onsetBlocks } from "../incident/onset_blocks.ts";
import {
  counterfactualBlocks,
  counterfactualText,
} from "./counterfactual_blocks.ts";
import { incidentFacts } from "./incident_facts.ts";
import { incidentFigures } from "./incident_figures.ts";
import { seenBeforeBlocks } from "./seen_before_blocks.ts";
import { replayText } from "../replay_words.ts";

/**
 * Shows incidents one by one: sentences, contributions, actual against
 * expected, errors around it.
 *
 * @param view The report's view.
 * @returns One part an incident that is shown in detail, in order of time.
 */
export async function* incidentParts(
  view: ReportView,
): AsyncGenerator<Section> {
  for (const one of view.told) {
    if (one.section === null) continue;
    const { incident, number } = one;
    const isOutage = incident.kind === "outage";
    const word = isOutage ? "Outage" : "Incident";
    const blocks = isOutage
      ? await outageBlocks(view, one)
      : await anomalyBlocks(view, one);
    yield {
      id: one.section,
      title: `${word} #${number}: ${incidentTime(incident, clockOf(view))}`,
      shortTitle: `#${number} ${shortTime(view, Date.parse(incident.start))}`,
      level: 3,
      incident: incident.id,
      shape: shapeOf(incident),
      evidence: evidenceOf(view.input, {
        // Whether it was caught, and seen before, with what people labelled.
        basis: [
          ...(isOutage ? ["data" as const] : ["score" as const]),
          ...["labels" as const, "earlier" as const],
          ...warningBasis(incident.warnedOf),
        ],
        range: one.range,
        times: [firstDeviation(incident), ...timesOf(blocks)],
      }),
      blocks,
    };
  }
}

async function outageBlocks(
  view: ReportView,
  one: NumberedIncident,
): Promise<Block[]> {
  return [
    incidentFacts(view, one),
    {
      kind: "paragraph",
      text:
        `The server could not be read for ${formatDuration(one.durationMs)}: ` +
        "server-up was 0. Nothing is known of its metrics in that time, so none " +
        "of them is blamed. The server may have been down, or only the way to it.",
    },
    ...await incidentWarnings(view, one),
    ...seenBeforeBlocks(view, one),
  ];
}

async function anomalyBlocks(
  view: ReportView,
  one: NumberedIncident,
): Promise<Block[]> {
  const { incident } = one;
  const { intervalMs } = view.input.table;
  const texts = [
    worstText(incident),
    incidentChangeText(movesOf(view, incident), {
      ...{ intervalMs, timeZone: view.timeZone },
    }),
    counterfactualText(incident, clockOf(view)),
    replayText(incident, view.input.evaluation.replay),
  ];
  // A sentence, and mostly a chart.
  const onset = await onsetBlocks(view, one);
  const [shares, actual, heatmap] = await incidentFigures(view, one);
  return [
    incidentFacts(view, one),
    ...confidenceBlocks(view, one),
    ...texts.filter((text) => text !== "")
      .map((text) => ({ kind: "paragraph" as const, text })),
    ...await incidentWarnings(view, one),
    ...onset.slice(0, 1),
    actual,
    shares,
    ...onset.slice(1),
    contributionsTable(one, { intervalMs }),
    heatmap,
    ...counterfactualBlocks(one),
    ...seenBeforeBlocks(view, one),
  ];
}

function confidenceBlocks(
  { told }: ReportView,
  { incident }: NumberedIncident,
): Block[] {
  const common = commonDoubts(told.map(({ incident }) => incident));
  const text = confidenceText(incident.confidence, { common });
  return text === "" ? [] : [{ kind: "paragraph", text }];
}

function worstText(incident: Incident): string {
  const signals = signalsText(incident);
  const isNone = !incident.contributions.some(({ isCause }) => isCause);
  return isNone
    ? `${signals.charAt(0).toUpperCase()}${signals.slice(1)}.`
    : `At its worst: ${signals}.`;
}

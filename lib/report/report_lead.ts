import { groupedContributions } from "../detect/groups/grouped_contributions.ts";
import { formatDuration, formatSpan } from "../frame/units.ts";
import type { KeyFigure, Lead } from "./document.ts";
import { clockOf } from "./incident_clock.ts";
import { lastedText } from "./incident/lasted_text.ts";
import { incidentTime, signalsText } from "./incident_sentence.ts";
import { learnedMs } from "./learned_ms.ts";
import { peakStep, quietText } from "./quiet_text.ts";
import type { NumberedIncident, ReportView } from "./report_view.ts";
import { cautionTexts } from "./trust/caution_texts.ts";
import { standingWarnings } from "./warnings/standing_warnings.ts";
import {
  countText,
  listText,
  nameText,
  percentText,
  scoreText,
} from "./words.ts";

/** Severities in the order in which they are counted. */
const SEVERITIES = ["critical", "major", "minor"] as const;

/**
 * Says in a sentence what was found, with the figures that everybody asks for:
 * how many incidents, how long, how bad, and how far to trust it.
 *
 * @param view The report's view.
 * @returns The verdict and four figures.
 */
export function reportLead(view: ReportView): Lead {
  return {
    verdict: view.incidents.length === 0
      ? verdictText(view)
      : `${foundText(view)} ${verdictText(view)}`,
    caution: cautionTexts(view).join(" ") || null,
    warnings: standingWarnings(view),
    figures: [
      countFigure(view),
      timeFigure(view),
      peakFigure(view),
      trustFigure(view),
    ],
  };
}

/** What was found over which time. */
function foundText(
  { incidents, input: { evaluation, table } }: ReportView,
): string {
  const of = (kind: "anomaly" | "outage") =>
    incidents.filter(({ incident }) => incident.kind === kind).length;
  const [anomalies, outages] = [of("anomaly"), of("outage")];
  const found = listText([
    ...(anomalies > 0 ? [countText(anomalies, "incident")] : []),
    ...(outages > 0 ? [countText(outages, "outage")] : []),
  ]);
  const { intervalMs, host } = table;
  const start = Date.parse(evaluation.span.start);
  const end = Date.parse(evaluation.span.end);
  return `In ${formatDuration(end - start + intervalMs)}, ${
    formatSpan(start, end, { intervalMs })
  }, ${nameText(host)} had ${found}.`;
}

/**
 * Says what the worst of a report's incidents was, and of outages when the server
 * could not be read.
 *
 * @param view The report's view.
 * @returns A few sentences.
 */
export function verdictText(view: ReportView): string {
  const worst = worstOf(view);
  if (worst === undefined) return quietText(view);
  const { incident, number } = worst;
  const time = incidentTime(incident, clockOf(view));
  const lasted = lastedText(view, worst);
  const only = view.incidents.length === 1;
  if (incident.kind === "outage") return outageText(view);
  const which = only ? "The incident" : `The worst, incident #${number},`;
  return `${which} lasted ${lasted}, ${time}: ${
    signalsText(incident, { most: 2 })
  }. ${outageText(view)}`.trimEnd();
}

/** The longest outage and how many there were; `""` without one. */
function outageText(view: ReportView): string {
  const outages = view.incidents
    .filter(({ incident }) => incident.kind === "outage")
    .sort((a, b) => b.durationMs - a.durationMs);
  const [longest] = outages;
  if (longest === undefined) return "";
  const { incident, number, durationMs } = longest;
  const many = outages.length === 1
    ? ""
    : `, the longest of ${outages.length} such times`;
  const which = view.incidents.length === 1 ? "" : ` (outage #${number})`;
  return `The server could not be read for ${formatDuration(durationMs)}, ${
    incidentTime(incident, clockOf(view))
  }${which}${many}.`;
}

/** The highest peak; an outage, which has none, only where there is nothing else. */
function worstOf({ incidents }: ReportView): NumberedIncident | undefined {
  const height = ({ incident }: NumberedIncident) => incident.peakScore ?? -1;
  return [...incidents].sort((a, b) => height(b) - height(a))[0];
}

function countFigure({ incidents, input }: ReportView): KeyFigure {
  const { rates } = input.evaluation;
  const anomalies = incidents.filter(({ incident }) =>
    incident.kind === "anomaly"
  );
  const counts = SEVERITIES.flatMap((severity) => {
    const count = anomalies.filter(({ incident }) =>
      incident.severity === severity
    ).length;
    return count === 0 ? [] : [`${count} ${severity}`];
  });
  const outages = rates.outages > 0 ? [countText(rates.outages, "outage")] : [];
  const details = [...counts, ...outages];
  return {
    term: "Incidents",
    value: String(rates.incidents),
    detail: details.length === 0 ? "no outage either" : listText(details),
    section: "incidents",
  };
}

function timeFigure({ input: { evaluation, table } }: ReportView): KeyFigure {
  const { rates, scoredSteps } = evaluation;
  const scoredMs = scoredSteps * table.intervalMs;
  return {
    term: "Above the threshold",
    value: formatDuration(
      Math.round(rates.alarmShare * scoredSteps) * table.intervalMs,
    ),
    detail: `${percentText(rates.alarmShare)} of ${formatDuration(scoredMs)}`,
    section: null,
  };
}

function peakFigure(view: ReportView): KeyFigure {
  const peak = peakStep(view.input.score);
  const worst = worstOf(view);
  const [first] = groupedContributions(worst?.incident.contributions ?? []);
  const signal = first?.lead.feature;
  const isAnomaly = worst?.incident.kind === "anomaly";
  return {
    term: "Highest score",
    value: peak < 0 ? "—" : `${scoreText(view.input.score[peak]!)} ×`,
    detail: isAnomaly && signal !== undefined
      ? `the threshold; #${worst?.number}, ${nameText(signal)}`
      : "the threshold",
    section: isAnomaly ? worst?.section ?? null : null,
  };
}

function trustFigure({ input }: ReportView): KeyFigure {
  const { training, table, score } = input;
  const scored = score.reduce(
    (sum, value) => sum + (Number.isNaN(value) ? 0 : 1),
    0,
  );
  const unscored = table.steps - scored;
  const limits = [
    ...(training.warnings.length === 0 ? [] : [
      countText(
        training.warnings.length,
        "limit of trust",
        "limits of trust",
      ),
    ]),
    ...(unscored === 0
      ? []
      : [`${percentText(unscored / table.steps)} not scored`]),
  ];
  return {
    term: "Learned from",
    value: formatDuration(learnedMs(training, table.intervalMs)),
    detail: listText(limits) || "no limit of trust is known",
    section: "blind-spots",
  };
}

import { formatDuration, formatSpan, formatTime } from "../../frame/units.ts";
import { stepTime } from "../../frame/metric_table.ts";
import type { Block, Section } from "../document.ts";
import { incidentSentence } from "../incident_sentence.ts";
import type { ReportView } from "../report_view.ts";
import { countText, nameText, percentText, scoreText } from "../words.ts";

/** Incidents told in the summary. */
const MOST_TOLD = 8;

/**
 * Tells in a few sentences what was scored and what was found.
 *
 * @param view The report's view.
 * @returns The section.
 */
export function summarySection(view: ReportView): Section {
  const { training } = view.input;
  return {
    id: "summary",
    title: "Summary",
    level: 2,
    blocks: [
      { kind: "paragraph", text: `${scoredText(view)} ${foundText(view)}` },
      ...incidentBlocks(view),
      ...training.warnings.length === 0 ? [] : [{
        kind: "note" as const,
        text: `This result is weaker than it could be: ${
          training.warnings.join(" ")
        }`,
      }],
    ],
  };
}

function scoredText({ input }: ReportView): string {
  const { table, evaluation, run } = input;
  const { intervalMs, steps } = table;
  const span = formatSpan(
    Date.parse(evaluation.span.start),
    Date.parse(evaluation.span.end),
    { intervalMs },
  );
  const text = `${nameText(table.host)} was scored over ${span}: ` +
    `${countText(evaluation.scoredSteps, "step")} of ${
      formatDuration(intervalMs)
    }, ${formatDuration(evaluation.scoredSteps * intervalMs)} in all` +
    (evaluation.scoredSteps < steps
      ? ` (${countText(steps - evaluation.scoredSteps, "step")} have no score).`
      : ".");
  return run.split === null
    ? text
    : `${text} The model learned from the first ${
      percentText(run.split.share)
    } of the time, up to ${
      formatTime(Date.parse(run.split.at), { intervalMs })
    }; what came after it was scored.`;
}

function foundText({ input }: ReportView): string {
  const { incidents, outages, alarmShare } = input.evaluation.rates;
  const outageText = countText(outages, "outage");
  if (incidents === 0) {
    const but = outages > 0 ? `, but ${outageText}` : "";
    return `No incident was found${but}: ${quietText(input)}`;
  }
  const found = countText(incidents, "incident") +
    (outages > 0 ? ` and ${outageText}` : "");
  const were = incidents + outages === 1 ? "was" : "were";
  return `${found} ${were} found; the score was at or above its threshold in ${
    percentText(alarmShare)
  } of the scored steps.`;
}

/** What the score did where nothing was found. */
function quietText(
  { score, table }: ReportView["input"],
): string {
  let peak = -1;
  for (let t = 0; t < score.length; t++) {
    if (score[t]! > (score[peak] ?? -Infinity)) peak = t;
  }
  if (peak < 0) return "no step could be scored.";
  const { intervalMs } = table;
  const top = `${scoreText(score[peak]!)} × threshold at ${
    formatTime(stepTime(table, peak), { intervalMs })
  }`;
  return `the score stayed below its threshold all the time. Its highest value was ${top}.`;
}

function incidentBlocks(view: ReportView): Block[] {
  const { incidents, timeZone, input: { table: { intervalMs } } } = view;
  if (incidents.length === 0) return [];
  const told = [...incidents]
    .sort((a, b) =>
      (b.incident.peakScore ?? Infinity) - (a.incident.peakScore ?? Infinity)
    )
    .slice(0, MOST_TOLD)
    .sort((a, b) => a.number - b.number);
  return [
    ...(incidents.length > told.length
      ? [{
        kind: "paragraph" as const,
        text: `The ${told.length} worst of ${incidents.length}:`,
      }]
      : []),
    {
      kind: "list",
      items: told.map(({ number, incident }) =>
        `#${number}: ${incidentSentence(incident, { intervalMs, timeZone })}`
      ),
    },
    {
      kind: "paragraph",
      text:
        "The named metrics are contributing signals: what behaved unlike the " +
        "time that the model learned from. What made them do so is for people " +
        "to find out.",
    },
  ];
}

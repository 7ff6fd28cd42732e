import { groupedContributions } from "../../detect/groups/grouped_contributions.ts";
import { formatDuration, formatTime } from "../../frame/units.ts";
import type { Block, Facts, Table } from "../document.ts";
import { lastedText } from "../incident/lasted_text.ts";
import { incidentTime, signalsText } from "../incident_sentence.ts";
import type { NumberedIncident, ReportView } from "../report_view.ts";
import { countText, percentText, scoreText } from "../words.ts";
import { unknownColumns } from "../trust/unknown_columns.ts";
import { tableClock } from "./table_clock.ts";
import { type Chapter, evidenceOfTold, type Told } from "./told.ts";

/** Signals of the one incident that a document is about. */
const MOST_NAMED = 12;

const USERS = "Impact on users: to be filled in.";

const SEVERITY = "Severity follows from the peak: minor below 2, major below " +
  "5, critical from 5 × threshold; an outage is critical. The threshold " +
  "follows from the alarm budget, so with a budget of more alarms the same " +
  "event is more severe.";

/**
 * Says how long, how severe and by how much, as far as the data shows.
 *
 * @param told What is written from.
 * @returns The chapter.
 */
export function impact(told: Told): Chapter {
  const { view, incidents } = told;
  const { subject } = view;
  return {
    blocks: [
      ...(subject !== null
        ? oneBlocks(view, subject)
        : incidents.length === 0
        ? [{ kind: "paragraph" as const, text: "None that the data shows." }]
        : severalBlocks(view, incidents)),
      { kind: "note", text: `${USERS} ${shownText(view)}` },
    ],
    evidence: evidenceOfTold(told),
  };
}

/** Whether the data could show what users saw, as far as the columns are known. */
function shownText({ input: { table } }: ReportView): string {
  const { names, count } = unknownColumns(table);
  if (count === 0) {
    return "These data hold metrics of the server; they do not show requests, errors or users.";
  }
  const columns = count === 1 ? "this column is" : "these columns are";
  return `Some of it may be in these data: whenwhy does not know what ${columns}, nor whether requests, errors or users show in ${
    count === 1 ? "it" : "them"
  }: ${names}.`;
}

function oneBlocks(view: ReportView, one: NumberedIncident): Block[] {
  const { incident } = one;
  const causes = groupedContributions(incident.contributions)
    .filter(({ isCause }) => isCause).length;
  return [
    oneFacts(view, one),
    {
      kind: "paragraph",
      text: incident.kind === "outage"
        ? "The server could not be read: it may have been down, or only the way to it."
        : causes === 0
        ? `All signals together were unusual, and ${
          signalsText(incident, { most: MOST_NAMED })
        }.`
        : `${countText(causes, "signal")} left ${
          causes === 1 ? "its expected band" : "their expected bands"
        }. Each at its worst: ${signalsText(incident, { most: MOST_NAMED })}.`,
    },
    { kind: "paragraph", text: SEVERITY },
  ];
}

function oneFacts(view: ReportView, one: NumberedIncident): Facts {
  const { intervalMs } = view.input.table;
  const { incident } = one;
  const { peakScore, peak, severity } = incident;
  return {
    kind: "facts",
    items: [
      { term: "When", value: incidentTime(incident, { intervalMs }) },
      { term: "How long", value: lastedText(view, one) },
      { term: "Severity", value: severity },
      ...(peakScore === null ? [] : [{
        term: "Peak",
        value: `${scoreText(peakScore)} × threshold at ${
          formatTime(Date.parse(peak), { intervalMs })
        }`,
      }]),
    ],
  };
}

function severalBlocks(
  view: ReportView,
  incidents: readonly NumberedIncident[],
): Block[] {
  const { evaluation: { rates, scoredSteps }, table } = view.input;
  const above = Math.round(rates.alarmShare * scoredSteps) * table.intervalMs;
  return [
    impactTable(view, incidents),
    {
      kind: "paragraph",
      text: `The score was at or above its threshold for ${
        formatDuration(above)
      } in all, ${percentText(rates.alarmShare)} of the scored time.`,
    },
  ];
}

function impactTable(
  { input: { table: { intervalMs } } }: ReportView,
  incidents: readonly NumberedIncident[],
): Table {
  const clock = tableClock(
    incidents.flatMap(({ incident: { start, end } }) =>
      [start, end].map(Date.parse)
    ),
    intervalMs,
  );
  return {
    kind: "table",
    caption: `How long, how severe, and each signal at its worst. ${SEVERITY}`,
    columns: [
      { title: "No.", align: "right" },
      { title: `Time ${clock.zone}`, align: "left" },
      { title: "How long", align: "right" },
      { title: "Severity", align: "left" },
      { title: "Peak (× threshold)", align: "right" },
      { title: "By how much", align: "left" },
    ],
    rows: incidents.map(({ incident, number, durationMs }) => [
      String(number),
      incidentTime(incident, { ...clock.options, intervalMs }),
      formatDuration(durationMs),
      incident.severity,
      incident.peakScore === null ? "—" : scoreText(incident.peakScore),
      incident.kind === "outage"
        ? "outage: the server could not be read"
        : signalsText(incident),
    ]),
  };
}

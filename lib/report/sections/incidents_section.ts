import { evidenceOf } from "../evidence/evidence.ts";
import { shortLocalSpan } from "../../frame/short_local_span.ts";
import { formatDuration } from "../../frame/units.ts";
import type { Block, Cell, Section } from "../document.ts";
import { incidentTime } from "../incident_sentence.ts";
import { shapeOf } from "../shape_of.ts";
import { MOST_DETAILED } from "../detailed_incidents.ts";
import type { NumberedIncident, ReportView } from "../report_view.ts";
import { shareList } from "../incident/group_text.ts";
import { scoreText } from "../words.ts";

/** Rows of the table; more than that nobody reads. */
const MOST_ROWS = 200;

/** Column of how sure an incident is; runs of earlier versions say nothing. */
const CONFIDENCE = { title: "Confidence", align: "left", weight: 0.9 } as const;

/** Column of a reader's own time, whose header names the zone. */
function localColumn(timeZone: string) {
  const title = `Local time (${timeZone})`;
  return { title, align: "left", weight: 1.8 } as const;
}

/**
 * Lists the incidents.
 *
 * @param view The report's view.
 * @returns The section.
 */
export function incidentsSection(view: ReportView): Section {
  return {
    id: "incidents",
    title: "Incidents",
    level: 2,
    evidence: evidenceOf(view.input, { basis: "score" }),
    blocks: tableBlocks(view),
  };
}

function tableBlocks(view: ReportView): Block[] {
  const { incidents, timeZone } = view;
  if (incidents.length === 0) {
    return [{ kind: "paragraph", text: "No incident was found." }];
  }
  const shown = incidents.slice(0, MOST_ROWS);
  const isSaid = shown.some(({ incident }) => incident.confidence);
  const detailed = incidents.filter(({ section }) => section !== null);
  const notes = [
    ...(detailed.length < incidents.length
      ? [
        `The ${MOST_DETAILED} incidents with the highest peaks are shown in ` +
        `detail below; the other ${
          incidents.length - detailed.length
        } are in the table only.`,
      ]
      : []),
    ...(shown.length < incidents.length
      ? [
        `The table holds the first ${shown.length} of ${incidents.length}; ` +
        "incidents.json has them all.",
      ]
      : []),
  ];
  return [
    ...notes.map((text) => ({ kind: "note" as const, text })),
    {
      kind: "table",
      caption:
        "Incidents in order of time; ● before a signal that passed its own " +
        "threshold. Peak: the highest score, in multiples of the threshold. Severity follows from the peak score: " +
        "minor below 2, major below 5, critical from 5 × threshold; an outage is critical. " +
        "The threshold follows from the alarm budget, so with a budget of more alarms the same event is more severe. " +
        "An incident ends where the smoothed score falls below the threshold, not where the metrics " +
        "are back: its window still holds what happened, and the higher the peak, the longer the " +
        "score takes to fade. What was short may so be told as twice as long.",
      columns: [
        { title: "No.", align: "left", weight: 0.4 },
        { title: "Time (UTC)", align: "left", weight: 1.8 },
        ...(timeZone === null ? [] : [localColumn(timeZone)]),
        { title: "Duration", align: "right", weight: 0.8 },
        { title: "Severity", align: "left", weight: 0.8 },
        { title: "Peak", align: "right", weight: 0.6 },
        ...(isSaid ? [CONFIDENCE] : []),
        { title: "Contributing signals", align: "left", weight: 2.6 },
      ],
      rows: shown.map((one) => row(view, one, isSaid)),
    },
  ];
}

function row(
  { timeZone, dates, input: { table: { intervalMs } } }: ReportView,
  one: NumberedIncident,
  isSaid: boolean,
): Cell[] {
  const { incident, number, section, durationMs } = one;
  const label = `#${number}`;
  const options = { intervalMs, date: dates, zone: "left out" } as const;
  const [start, end] = [Date.parse(incident.start), Date.parse(incident.end)];
  return [
    section === null ? label : { text: label, section },
    incidentTime(incident, options),
    ...(timeZone === null ? [] : [shortLocalSpan(start, end, { timeZone })]),
    formatDuration(durationMs),
    { text: incident.severity, shape: shapeOf(incident) },
    incident.peakScore === null ? "—" : `${scoreText(incident.peakScore)} ×`,
    ...(isSaid ? [incident.confidence?.level ?? "—"] : []),
    incident.kind === "outage"
      ? "outage: the server could not be read"
      : shareList(incident.contributions),
  ];
}

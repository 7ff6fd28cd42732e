import type { Counterfactual, Incident } from "../../detect/incident.ts";
import { displayAs, type Forms } from "../../frame/display_as.ts";
import { tableForms } from "../../frame/table_forms.ts";
import { formatDuration } from "../../frame/units.ts";
import {
  incidentSentence,
  incidentTime,
} from "../../report/incident_sentence.ts";
import {
  counterfactualTable,
  counterfactualText,
} from "../../report/sections/counterfactual_blocks.ts";
import { incidentChangeText } from "../../report/sections/change_words.ts";
import { contributionsTable } from "../../report/sections/contributions_table.ts";
import { withTrends } from "../../report/warnings/with_trends.ts";
import { confidenceText } from "../../report/incident/confidence_text.ts";
import { shareList } from "../../report/incident/group_text.ts";
import { onsetText } from "../../report/incident/onset_text.ts";
import { knownText } from "../../report/warnings/known_text.ts";
import { scoreText } from "../../report/words.ts";

/** Incidents that a list shows. */
const MOST_ROWS = 50;

/** How incidents are shown. */
export interface DisplayIncidentsOptions {
  /** Milliseconds from one step to the next. */
  readonly intervalMs: number;
}

/**
 * Makes a list of incidents, each of them, and what would clear its alarm show
 * themselves in a notebook.
 *
 * @param incidents In order of time, changed in place.
 * @param options The table's interval.
 * @returns The same list.
 */
export function displayIncidents(
  incidents: readonly Incident[],
  options: DisplayIncidentsOptions,
): readonly Incident[] {
  incidents.forEach((incident, index) => {
    displayAs(incident, () => oneIncident(incident, index + 1, options));
    const { counterfactual } = incident;
    if (counterfactual === null) return;
    displayAs(
      counterfactual,
      () => whatClears(incident, counterfactual, options),
    );
  });
  return displayAs(incidents, () => allIncidents(incidents, options));
}

function oneIncident(
  incident: Incident,
  number: number,
  { intervalMs }: DisplayIncidentsOptions,
): Forms {
  const sentence = [
    incidentSentence(incident, { intervalMs }),
    incidentChangeText(
      withTrends(incident.change?.features ?? [], incident.earlyWarnings),
      { intervalMs, timeZone: null },
    ),
  ].filter((text) => text !== "").join(" ");
  const table = contributionsTable({
    ...{ incident, number, range: { start: 0, end: 0 }, section: null },
    durationMs: durationOf(incident, intervalMs),
  }, { intervalMs });
  return tableForms({
    ...table,
    caption: [
      `${sentence} ${incident.id}, severity ${incident.severity}.`,
      onsetText(incident, { intervalMs }),
      confidenceText(incident.confidence),
      ...incident.warnedOf.map((warning) => knownText(incident, warning)),
    ].filter((text) => text !== "").join(" "),
    rows: table.rows.map((row) =>
      row.map((cell) => typeof cell === "string" ? cell : cell.text)
    ),
  });
}

function whatClears(
  incident: Incident,
  counterfactual: Counterfactual,
  options: DisplayIncidentsOptions,
): Forms {
  const { columns, rows } = counterfactualTable(counterfactual);
  return tableForms({
    caption: counterfactualText(incident, options),
    columns: columns.map(({ title, align }) => (
      { title: title.toLowerCase(), align }
    )),
    rows: rows.map((row) =>
      row.map((cell) => typeof cell === "string" ? cell : cell.text)
    ),
  });
}

function allIncidents(
  incidents: readonly Incident[],
  { intervalMs }: DisplayIncidentsOptions,
): Forms {
  const shown = incidents.slice(0, MOST_ROWS);
  const more = incidents.length - shown.length;
  return tableForms({
    caption: `${
      more > 0 ? `The first ${MOST_ROWS} of ${incidents.length}. ` : ""
    }Peaks are in thresholds; ● passed its own threshold.`,
    columns: [
      { title: "incident", align: "left" },
      { title: "time", align: "left" },
      { title: "duration", align: "right" },
      { title: "severity", align: "left" },
      { title: "peak", align: "right" },
      { title: "confidence", align: "left" },
      {
        title: "contributing signals",
        align: "left",
      },
    ],
    rows: shown.map((incident, index) => [
      `#${index + 1}`,
      incidentTime(incident, { intervalMs }),
      formatDuration(durationOf(incident, intervalMs)),
      incident.severity,
      incident.peakScore === null ? "—" : scoreText(incident.peakScore),
      incident.confidence?.level ?? "—",
      signalsOf(incident),
    ]),
  });
}

function signalsOf({ kind, contributions }: Incident): string {
  if (kind === "outage") return "outage: the server could not be read";
  return shareList(contributions);
}

function durationOf({ start, end }: Incident, intervalMs: number): number {
  return Date.parse(end) - Date.parse(start) + intervalMs;
}

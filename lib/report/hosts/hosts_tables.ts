import { formatDuration } from "../../frame/units.ts";
import type { Cell, Table } from "../document.ts";
import { shapeOf } from "../shape_of.ts";
import { listText, nameText, scoreText } from "../words.ts";
import type { IndexEntry, IndexIncident } from "./index_entry.ts";
import {
  incidentHref,
  indexTime,
  type IndexView,
  worstIncident,
} from "./index_view.ts";

/** Rows of the table of all incidents; more than that nobody reads. */
const MOST_ROWS = 500;

/** Signals named in a row. */
const MOST_SIGNALS = 3;

/**
 * Lists the hosts, the highest peak first.
 *
 * @param view The index's view.
 * @returns The table.
 */
export function hostsTable({ hosts }: IndexView): Table {
  return {
    kind: "table",
    caption: "Hosts by their highest score, in multiples of each one's own " +
      "threshold. Severity and signals are of the host's worst incident.",
    columns: [
      { title: "Host", align: "left" },
      { title: "Highest score", align: "right" },
      { title: "Severity", align: "left" },
      { title: "Incidents", align: "right" },
      { title: "Outages", align: "right" },
      { title: "Above threshold", align: "right" },
      { title: "First signals", align: "left" },
    ],
    rows: hosts.map((entry) => {
      const worst = worstIncident(entry);
      const { host, link, peakScore, aboveSeconds } = entry;
      return [
        link === null
          ? nameText(host)
          : { text: nameText(host), href: encodeURI(link) },
        peakScore === null ? "—" : `${scoreText(peakScore)} ×`,
        worst === null ? "—" : { text: worst.severity, shape: shapeOf(worst) },
        String(entry.incidents),
        String(entry.outages),
        aboveSeconds === 0 ? "—" : formatDuration(aboveSeconds * 1000),
        worst === null ? "—" : signalsText(worst),
      ];
    }),
  };
}

/**
 * Lists all incidents, host by host: the table behind the timeline.
 *
 * @param view The index's view.
 * @returns The table.
 */
export function allIncidentsTable({ hosts, time }: IndexView): Table {
  const all = hosts.flatMap((entry) =>
    entry.found.map((incident) => ({ entry, incident }))
  );
  const left = all.length - MOST_ROWS;
  return {
    kind: "table",
    caption: "Incidents host by host." +
      (left > 0
        ? ` The first ${MOST_ROWS} of ${all.length}; index.json has them all.`
        : ""),
    columns: [
      { title: "Incident", align: "left" },
      { title: "Severity", align: "left" },
      { title: "Time (UTC)", align: "left" },
      { title: "Duration", align: "right" },
      { title: "Peak", align: "right" },
      { title: "Signals", align: "left" },
    ],
    rows: all.slice(0, MOST_ROWS).map(({ entry, incident }) => {
      const length = incident.durationSeconds * 1000;
      const { peakScore } = incident;
      return [
        incidentCell(entry, incident),
        { text: incident.severity, shape: shapeOf(incident) },
        indexTime(incident, { ...time, zone: "left out" }),
        formatDuration(length),
        peakScore === null ? "—" : `${scoreText(peakScore)} ×`,
        signalsText(incident),
      ];
    }),
  };
}

/**
 * Lists the hosts without a result.
 *
 * @param view The index's view.
 * @returns The table.
 */
export function problemsTable({ problems }: IndexView): Table {
  return {
    kind: "table",
    caption: "Hosts without a result, and why.",
    columns: [
      { title: "Host", align: "left" },
      { title: "Why", align: "left" },
    ],
    rows: problems.map(({ host, problem }) => [nameText(host), problem ?? ""]),
  };
}

function incidentCell(entry: IndexEntry, incident: IndexIncident): Cell {
  const text = `${nameText(entry.host)} #${incident.number}`;
  const href = incidentHref(entry, incident);
  return href === null ? text : { text, href };
}

function signalsText({ kind, signals }: IndexIncident): string {
  if (kind === "outage") return "outage: the server could not be read";
  const named = signals.slice(0, MOST_SIGNALS).map(nameText);
  const more = signals.length - named.length;
  return listText([...named, ...(more > 0 ? [`${more} more`] : [])]);
}

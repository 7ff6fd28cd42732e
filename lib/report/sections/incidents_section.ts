import { SCORE_BUCKETS, scoreChart } from "../../chart/score_chart.ts";
import { scoreDomain } from "../../chart/score_domain.ts";
import { formatDuration } from "../../frame/units.ts";
import { fitLine } from "../detail/fit_line.ts";
import { thinnedText } from "../detail/thinned_text.ts";
import type { Block, Cell, Section } from "../document.ts";
import { incidentTime } from "../incident_sentence.ts";
import {
  MOST_DETAILED,
  type NumberedIncident,
  type ReportView,
} from "../report_view.ts";
import { countText, nameText, percentText, scoreText } from "../words.ts";

/** Rows of the table; more than that nobody reads. */
const MOST_ROWS = 200;

/** Characters for what the page keeps of the score. */
const SCORE_ROOM = 60_000;

/** Signals named in a row. */
const MOST_SIGNALS = 3;

/**
 * Shows the score over time and lists the incidents.
 *
 * @param view The report's view.
 * @returns The section.
 */
export async function incidentsSection(view: ReportView): Promise<Section> {
  return {
    id: "incidents",
    title: "Incidents",
    level: 2,
    blocks: [await scoreFigure(view), ...tableBlocks(view)],
  };
}

async function scoreFigure(view: ReportView): Promise<Block> {
  const { input: { table, score }, chartIncidents, incidents } = view;
  const { startMs, intervalMs } = table;
  const highest = score.reduce((most, value) => value > most ? value : most, 0);
  const alt = `Score over time: highest ${scoreText(highest)} × threshold, ${
    countText(incidents.length, "incident")
  }`;
  const { heightOf } = scoreDomain(score);
  const detail = fitLine(score, { heightOf, most: SCORE_ROOM });
  const thinned = thinnedText([{ values: score, detail }], {
    buckets: SCORE_BUCKETS,
  });
  return {
    kind: "figure",
    id: "score",
    svg: await scoreChart({ startMs, intervalMs, score }, {
      incidents: chartIncidents,
      label: alt,
      detail,
    }),
    caption:
      "Score of each step, in multiples of the threshold (dashed). Incidents " +
      "are shaded orange, outages grey, with their numbers above; the line " +
      "breaks where there is no score." +
      (highest > 8 ? " The axis is compressed above 1." : "") +
      (thinned === "" ? "" : ` ${thinned}`),
    alt,
  };
}

function tableBlocks(view: ReportView): Block[] {
  const { incidents, timeZone, input: { table: { intervalMs } } } = view;
  if (incidents.length === 0) {
    return [{ kind: "paragraph", text: "No incident was found." }];
  }
  const shown = incidents.slice(0, MOST_ROWS);
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
        "Incidents in order of time. Severity follows from the peak score: " +
        "minor below 2, major below 5, critical from 5 × threshold; an outage is critical. " +
        "An incident ends where the smoothed score falls below the threshold: a few steps after " +
        "the metrics are back, while the network still has the incident in view.",
      columns: [
        { title: "No.", align: "left", weight: 0.4 },
        { title: "Time", align: "left", weight: 1.8 },
        { title: "Duration", align: "right", weight: 0.8 },
        { title: "Severity", align: "left", weight: 0.7 },
        { title: "Peak score (× threshold)", align: "right", weight: 0.8 },
        { title: "Contributing signals", align: "left", weight: 2.6 },
      ],
      rows: shown.map((one) => row(one, { intervalMs, timeZone })),
    },
  ];
}

function row(
  one: NumberedIncident,
  { intervalMs, timeZone }: {
    readonly intervalMs: number;
    readonly timeZone: string | null;
  },
): Cell[] {
  const { incident, number, section, durationMs } = one;
  const label = `#${number}`;
  return [
    section === null ? label : { text: label, section },
    incidentTime(incident, { intervalMs, timeZone }),
    formatDuration(durationMs),
    incident.severity,
    incident.peakScore === null ? "—" : scoreText(incident.peakScore),
    incident.kind === "outage"
      ? "outage: the server could not be read"
      : incident.contributions.slice(0, MOST_SIGNALS)
        .map(({ feature, share, isCause }) =>
          `${isCause ? "● " : ""}${nameText(feature)} ${percentText(share)}`
        )
        .join(", "),
  ];
}

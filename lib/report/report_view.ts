import type { ChartIncident } from "../chart/incident_layout.ts";
import type { TrendSeries } from "../chart/trend_series.ts";
import type { Incident } from "../detect/incident.ts";
import { DAY_MS } from "../frame/day_ms.ts";
import { stepAt, type StepRange } from "../frame/metric_table.ts";
import { detailedIncidents, incidentSection } from "./detailed_incidents.ts";
import type { ReportInput } from "./report_input.ts";
import { toTrendSeries } from "./to_trend_series.ts";

/** An incident with what the report needs of it. */
export interface NumberedIncident {
  /** Its number, counted from 1 in order of time. */
  readonly number: number;
  /** The incident. */
  readonly incident: Incident;
  /** Its steps in the table. */
  readonly range: StepRange;
  /** Milliseconds from its start to the end of its last step. */
  readonly durationMs: number;
  /** Anchor of its own part; `null` where it has none, being one of very many. */
  readonly section: string | null;
}

/** The input with what several sections need, worked out once. */
export interface ReportView {
  /** The input. */
  readonly input: ReportInput;
  /** In order of time. */
  readonly incidents: readonly NumberedIncident[];
  /** The one incident that the report is about; `null`: all of them. */
  readonly subject: NumberedIncident | null;
  /** The incidents that the report tells of: that one, or all. */
  readonly told: readonly NumberedIncident[];
  /** The same as the charts know them. */
  readonly chartIncidents: readonly ChartIncident[];
  /** One series a feature, in the order of the table. */
  readonly series: readonly TrendSeries[];
  /** Whether times need their date: not where all of the table is of one day, UTC. */
  readonly dates: "shown" | "left out";
  /** The zone whose local time stands beside UTC, an IANA name, or `null`. */
  readonly timeZone: string | null;
}

/** What a report is about. */
export interface ReportOptions {
  /** Id of the one incident that it tells of. @default {all of them} */
  readonly subject?: string | null;
}

/**
 * Works out what several sections need.
 *
 * @param input The input.
 * @param options Id of the one incident that the report is about, if it is.
 * @returns The view.
 * @throws {TypeError} If no incident has that id.
 */
export function toReportView(
  input: ReportInput,
  { subject = null }: ReportOptions = {},
): ReportView {
  const { startMs, intervalMs, steps, metrics } = input.table;
  const detailed = detailedIncidents(input.incidents);
  const isDetailed = (incident: Incident) =>
    subject === null ? detailed.has(incident) : incident.id === subject;
  const stepOf = (time: string) => stepAt(input.table, time);
  const incidents = input.incidents.map((incident, index) => {
    const start = Math.min(steps - 1, Math.max(0, stepOf(incident.start)));
    const end = Math.min(steps, Math.max(start, stepOf(incident.end)) + 1);
    return {
      number: index + 1,
      incident,
      range: { start, end },
      durationMs: Date.parse(incident.end) - Date.parse(incident.start) +
        intervalMs,
      section: isDetailed(incident) ? incidentSection(index + 1) : null,
    };
  });
  const about = incidents.find(({ incident }) => incident.id === subject) ??
    null;
  if (subject !== null && about === null) {
    throw new TypeError(
      `Cannot tell of ${subject}: it is none of the incidents`,
    );
  }
  const dayOf = (step: number) =>
    Math.floor((startMs + step * intervalMs) / DAY_MS);
  const zone = input.run.parameters["time-zone"];
  return {
    input,
    timeZone: typeof zone === "string" ? zone : null,
    dates: dayOf(0) === dayOf(steps - 1) ? "left out" : "shown",
    incidents,
    subject: about,
    told: about === null ? incidents : [about],
    chartIncidents: incidents.map(({ number, incident, durationMs }) => ({
      number,
      startMs: Date.parse(incident.start),
      endMs: Date.parse(incident.start) + durationMs,
      kind: incident.kind,
      ...(about !== null && about.number !== number ? { isAside: true } : {}),
    })),
    series: metrics.map((_, f) => toTrendSeries(input, f)),
  };
}

import { scoreText } from "../report/words.ts";
import { groupName } from "../report/incident/group_text.ts";
import { groupedContributions } from "../detect/groups/grouped_contributions.ts";
import type { Incident } from "../detect/incident.ts";
import { formatLocalTime } from "../frame/local_time.ts";
import type { MetricTable } from "../frame/metric_table.ts";
import { formatDuration } from "../frame/units.ts";

/** A smaller share would read as 0 %. */
const SHOWN = 0.005;

/** How many metrics a line names. */
const NAMED = 3;

/** How incidents are written as lines. */
export interface IncidentLinesOptions extends Pick<MetricTable, "intervalMs"> {
  /** The zone whose local time stands beside UTC, an IANA name. */
  readonly timeZone?: string;
}

/**
 * Writes incidents as lines for a terminal: time, duration, score, the top three
 * metrics with their shares, metrics that move together as one, and how sure it
 * is, with the first reason for a doubt.
 *
 * @param incidents The incidents.
 * @param options The scored table's interval, since the last step counts in
 *   full, and the zone whose local time stands beside UTC.
 * @returns One line each, and one for what makes them all less sure; or one that
 *   says there are none.
 */
export function incidentLines(
  incidents: readonly Incident[],
  { intervalMs, timeZone }: IncidentLinesOptions,
): string[] {
  if (incidents.length === 0) return ["No incidents"];
  const common = commonReasons(incidents);
  const hasOutage = incidents.some(({ kind }) => kind === "outage");
  const lines = incidents.map((incident) => {
    const { start, end, kind, peakScore, severity, contributions } = incident;
    const length = formatDuration(
      Date.parse(end) - Date.parse(start) + intervalMs,
    );
    const what = kind === "outage" || peakScore === null
      ? "server could not be read"
      : `${scoreText(peakScore)} × threshold  ` +
        groupedContributions(contributions).slice(0, NAMED)
          .filter(({ share }) => share >= SHOWN)
          .map((group) =>
            `${groupName(group)} ${Math.round(group.share * 100)} %`
          )
          .join(", ");
    const sure = kind === "outage" ? "" : confidencePart(incident, common);
    const local = timeZone === undefined
      ? ""
      : `  ${formatLocalTime(Date.parse(start), timeZone)}`;
    return `${start}${local}  ${length.padStart(7)}  ${
      severity.padEnd(8)
    }  ${what}${sure}`;
  });
  return common.length === 0 ? lines : [
    ...lines,
    `All incidents${hasOutage ? " but outages" : ""} are less sure, since ${
      common.join("; ")
    }`,
  ];
}

/** What makes every anomaly of several less sure is said once. */
function commonReasons(incidents: readonly Incident[]): readonly string[] {
  const [first, ...others] = incidents
    .filter(({ kind }) => kind === "anomaly")
    .map(({ confidence }) =>
      confidence && confidence.level !== "high" ? confidence.reasons : []
    );
  return others.length === 0
    ? []
    : (first ?? []).filter((reason) =>
      others.every((reasons) => reasons.includes(reason))
    );
}

function confidencePart(
  { confidence }: Incident,
  common: readonly string[],
): string {
  if (!confidence) return "";
  const { level, reasons } = confidence;
  const own = reasons.find((reason) => !common.includes(reason));
  const why = level === "high" || own === undefined ? "" : ` (${own})`;
  return `  confidence ${level}${why}`;
}

import { shortName } from "@lib/chart/plain_text.ts";
import type { Incident } from "@lib/detect/incident.ts";
import type { MetricTable } from "@lib/frame/metric_table.ts";
import { formatDuration } from "@lib/frame/units.ts";

/** How many metrics a line names. */
const NAMED = 3;

/**
 * Writes incidents as lines for a terminal: time, duration, score, and the top
 * three metrics with their shares.
 *
 * @param incidents The incidents.
 * @param table The scored table: the last step counts in full.
 * @returns One line each, or one that says there are none.
 */
export function incidentLines(
  incidents: readonly Incident[],
  { intervalMs }: Pick<MetricTable, "intervalMs">,
): string[] {
  if (incidents.length === 0) return ["No incidents"];
  return incidents.map((incident) => {
    const { start, end, kind, peakScore, severity, contributions } = incident;
    const length = formatDuration(
      Date.parse(end) - Date.parse(start) + intervalMs,
    );
    const what = kind === "outage" || peakScore === null
      ? "server could not be read"
      : `${peakScore.toFixed(1)} × threshold  ` +
        contributions.slice(0, NAMED)
          .map(({ feature, share }) =>
            `${shortName(feature, 60)} ${Math.round(share * 100)} %`
          )
          .join(", ");
    return `${start}  ${length.padStart(7)}  ${severity.padEnd(8)}  ${what}`;
  });
}

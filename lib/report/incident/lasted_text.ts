import { formatDuration } from "../../frame/units.ts";
import type { NumberedIncident, ReportView } from "../report_view.ts";
import { aboveMs } from "./above_ms.ts";

/** A smaller share of an incident above the threshold is told with its length. */
const MOSTLY = 0.5;

/**
 * Says how long an incident lasted, and where it was mostly a pause between alarms
 * how long it was at its threshold.
 *
 * @param view The report's view.
 * @param one The incident.
 * @returns Such as `"20 min"`, `"12 h 12 min (at its threshold in 51 min of it)"`.
 */
export function lastedText(
  { input: { score, table: { intervalMs } } }: ReportView,
  { incident, range, durationMs }: NumberedIncident,
): string {
  const length = formatDuration(durationMs);
  if (incident.kind === "outage") return length;
  const above = aboveMs(score, { ...range, intervalMs });
  return above >= MOSTLY * durationMs
    ? length
    : `${length} (at its threshold in ${formatDuration(above)} of it)`;
}

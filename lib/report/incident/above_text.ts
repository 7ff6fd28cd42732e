import { formatDuration } from "../../frame/units.ts";
import type { NumberedIncident, ReportView } from "../report_view.ts";

/** An incident that was above the threshold for so much of its length is not worth a word. */
const MOSTLY = 0.5;

/**
 * Tells how long the score was above the threshold in an incident that was so for
 * less than half of its length: pauses are part of it.
 *
 * @param view The report's view.
 * @param one The incident.
 * @returns Such as `"17 min of it above the threshold"`; `""` where that is
 *   half of it or more, and for an outage.
 */
export function aboveText(
  { input: { score, table } }: Pick<ReportView, "input">,
  { incident, range }: Pick<NumberedIncident, "incident" | "range">,
): string {
  if (incident.kind === "outage") return "";
  const steps = score.subarray(range.start, range.end)
    .reduce((sum, value) => sum + (value >= 1 ? 1 : 0), 0);
  return steps >= MOSTLY * (range.end - range.start)
    ? ""
    : `${formatDuration(steps * table.intervalMs)} of it above the threshold`;
}

/**
 * Writes how long an incident was, and how much of that above the threshold.
 *
 * @param view The report's view.
 * @param one The incident.
 * @returns Such as `"2 h 10 min, 17 min of it above the threshold"`.
 */
export function lengthText(
  view: Pick<ReportView, "input">,
  one: Pick<NumberedIncident, "incident" | "range" | "durationMs">,
): string {
  const above = aboveText(view, one);
  const length = formatDuration(one.durationMs);
  return above === "" ? length : `${length}, ${above}`;
}

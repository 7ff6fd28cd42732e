import type { NumberedIncident, ReportView } from "../report_view.ts";
import type { SignalSpan } from "../signal_spans.ts";
import { aboveMs } from "../incident/above_ms.ts";
import { stretchEnd } from "../stretch_end.ts";

/**
 * Tells when the score was at its threshold, or the server could not be read, and
 * whether the end of that was seen.
 *
 * @param view The report's view.
 * @param one The incident.
 * @returns The span, told as that of a signal `"score"` or `"server-up"`.
 */
export function alarmSpan(
  { input: { table, score } }: ReportView,
  { incident, range, durationMs }: NumberedIncident,
): SignalSpan {
  const startMs = Date.parse(incident.start);
  const width = table.metrics.length;
  const row = table.values.subarray(range.end * width, (range.end + 1) * width);
  const isOutage = incident.kind === "outage";
  const after = isOutage
    ? row.find((value) => !Number.isNaN(value))
    : score[range.end];
  return {
    feature: isOutage ? "server-up" : "score",
    startMs,
    isStartSeen: isOutage || !Number.isNaN(score[range.start - 1] ?? NaN),
    endMs: startMs + durationMs,
    outsideMs: isOutage
      ? durationMs
      : aboveMs(score, { ...range, intervalMs: table.intervalMs }),
    end: stretchEnd(table, range.end, after),
  };
}

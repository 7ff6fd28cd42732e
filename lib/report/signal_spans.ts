import type { NumberedIncident, ReportView } from "@lib/report/report_view.ts";

/** When a signal of an incident was outside its expected band. */
export interface SignalSpan {
  /** The metric. */
  readonly feature: string;
  /** First step outside, milliseconds since 1970 UTC. */
  readonly startMs: number;
  /** First step after those outside; after the last one where the data ends. */
  readonly endMs: number;
  /** Whether it was seen to come back. */
  readonly isOver: boolean;
}

/**
 * Finds when each signal that passed its own threshold left its expected band
 * and when it was back: after its last step outside in the incident, and those
 * that follow it without a break.
 *
 * @param view The report's view.
 * @param one The incident.
 * @returns One span a signal, in the order in which they left; none for an
 *   outage, or where no signal passed its own threshold.
 */
export function signalSpans(
  { series, input: { table } }: ReportView,
  { incident, range }: NumberedIncident,
): SignalSpan[] {
  return incident.contributions.flatMap(({ feature, isCause, onset }) => {
    const errors = series.find(({ name }) => name === feature)?.expected
      ?.errors;
    if (!isCause || onset === null || !errors) return [];
    const inside = errors.subarray(range.start, range.end);
    let end = range.start + inside.findLastIndex((error) => error > 1) + 1;
    while (end < table.steps && errors[end]! > 1) end++;
    return [{
      feature,
      startMs: Date.parse(onset),
      endMs: table.startMs + end * table.intervalMs,
      isOver: Number.isFinite(errors[end] ?? NaN),
    }];
  }).sort((a, b) => a.startMs - b.startMs);
}

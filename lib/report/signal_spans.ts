import { stepAt, stepTime } from "../frame/metric_table.ts";
import type { NumberedIncident, ReportView } from "./report_view.ts";
import { type StretchEnd, stretchEnd } from "./stretch_end.ts";

/** When a signal of an incident was outside its expected band. */
export interface SignalSpan {
  /** The metric. */
  readonly feature: string;
  /** First step outside, milliseconds since 1970 UTC. */
  readonly startMs: number;
  /** Whether a step before that was scored, so that it was seen to leave. */
  readonly isStartSeen: boolean;
  /** Where it was seen to be back: that step; else the step after the last one outside. */
  readonly endMs: number;
  /** How long it was outside in that span, milliseconds: the sum of its steps outside. */
  readonly outsideMs: number;
  /** Whether it was seen to be back, or why not. */
  readonly end: StretchEnd;
}

/**
 * Finds when each signal that passed its own threshold left its expected band
 * and when it was back: after its last step outside in the incident, and those
 * that follow it without a measured step inside. A value that was filled in
 * shows nothing.
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
    const one = series.find(({ name }) => name === feature);
    const errors = one?.expected?.errors;
    if (!isCause || onset === null || !errors) return [];
    const isFilledIn = (t: number) =>
      Number.isNaN(one.values[t]) && errors[t]! <= 1;
    const inside = errors.subarray(range.start, range.end);
    let after = range.start + inside.findLastIndex((error) => error > 1) + 1;
    let next = after;
    while (errors[next]! > 1 || isFilledIn(next)) {
      if (errors[next++]! > 1) after = next;
    }
    const end = stretchEnd(table, next, errors[next]);
    const startMs = Date.parse(onset);
    const first = stepAt(table, startMs);
    return [{
      feature,
      startMs,
      isStartSeen: !Number.isNaN(errors[first - 1] ?? NaN),
      endMs: stepTime(table, end === "seen" ? next : after),
      outsideMs: table.intervalMs *
        errors.subarray(Math.max(0, first), after)
          .reduce((steps, error) => steps + (error > 1 ? 1 : 0), 0),
      end,
    }];
  }).sort((a, b) => a.startMs - b.startMs);
}

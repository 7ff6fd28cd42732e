import type { TimeRange } from "../../chart/script/chart_events.ts";

/**
 * Gives the time around an incident that its reader wants to see: twice its
 * length before it and once behind it, and never less than ten steps.
 *
 * @param incident First and last step, ISO 8601 UTC.
 * @param intervalMs Milliseconds a step.
 * @returns The range.
 */
export function rangeAround(
  incident: { readonly start: string; readonly end: string },
  intervalMs: number,
): TimeRange {
  const start = Date.parse(incident.start);
  const end = Date.parse(incident.end) + intervalMs;
  const length = Math.max(end - start, 10 * intervalMs);
  return [start - 2 * length, end + length];
}

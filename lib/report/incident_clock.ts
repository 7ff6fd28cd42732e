import type { Incident } from "../detect/incident.ts";
import { DAY_MS } from "../frame/day_ms.ts";
import { formatTime, type TimeTextOptions } from "../frame/time_text.ts";
import type { ReportView } from "./report_view.ts";

/**
 * Says how a report's times are written: with a date where the table is of
 * several days.
 *
 * @param view The report's view.
 * @returns Options for a time.
 */
export function clockOf(
  { input, dates }: ReportView,
): Required<Pick<TimeTextOptions, "intervalMs" | "date">> {
  return { intervalMs: input.table.intervalMs, date: dates };
}

/**
 * Writes a time of an incident, without a date where it is of the day on which
 * the incident began, which stands above it.
 *
 * @param view The report's view.
 * @param incident The incident.
 * @param options The time, milliseconds since 1970 UTC.
 * @returns Such as `"14:02 UTC"`.
 */
export function timeIn(
  view: ReportView,
  { start }: Pick<Incident, "start">,
  { ms }: { readonly ms: number },
): string {
  const dayOf = (ms: number) => Math.floor(ms / DAY_MS);
  const options = clockOf(view);
  return dayOf(ms) === dayOf(Date.parse(start))
    ? formatTime(ms, { ...options, date: "left out" })
    : formatTime(ms, options);
}

/**
 * Writes when something began, as short as it is clear: the time, behind month
 * and day where there are several days.
 *
 * @param view The report's view.
 * @param ms Milliseconds since 1970 UTC.
 * @returns Such as `"14:02"` or `"11-22 14:02"`.
 */
export function shortTime(view: ReportView, ms: number): string {
  const text = formatTime(ms, { ...clockOf(view), zone: "left out" });
  return view.dates === "shown" ? text.slice("2026-".length) : text;
}

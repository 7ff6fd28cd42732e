/**
 * Writes a time as clocks in a zone show it, with that moment's offset from UTC.
 *
 * @param ms Milliseconds since 1970 UTC.
 * @param timeZone An IANA name.
 * @returns Such as `"2026-03-29 03:00 GMT+2"`, with seconds where there are some;
 *   `"—"` for NaN.
 *
 * @example Usage
 * ```ts
 * import { formatLocalTime } from "@lib/frame/local_time.ts";
 * import assert from "node:assert/strict";
 *
 * const time = Date.UTC(2026, 2, 29, 1);
 * assert.equal(formatLocalTime(time, "Europe/Berlin"), "2026-03-29 03:00 GMT+2");
 * ```
 */
export function formatLocalTime(ms: number, timeZone: string): string {
  if (Number.isNaN(ms)) return "—";
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZoneName: "shortOffset",
  }).formatToParts(ms);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((one) => one.type === type)?.value ?? "";
  const date = `${part("year")}-${part("month")}-${part("day")}`;
  const seconds = part("second") === "00" ? "" : `:${part("second")}`;
  const clock = `${part("hour")}:${part("minute")}${seconds}`;
  return `${date} ${clock} ${part("timeZoneName")}`;
}

/**
 * Writes a span of time as clocks in a zone show it, to stand behind the same
 * span in UTC.
 *
 * @param startMs Its first moment, milliseconds since 1970 UTC.
 * @param endMs Its last moment, milliseconds since 1970 UTC.
 * @param timeZone An IANA name.
 * @returns Such as `"2026-03-29 01:30 GMT+1 to 2026-03-29 03:30 GMT+2"`, or one
 *   time where they are the same.
 */
export function formatLocalSpan(
  startMs: number,
  endMs: number,
  { timeZone }: { readonly timeZone: string },
): string {
  const start = formatLocalTime(startMs, timeZone);
  if (startMs === endMs) return start;
  return `${start} to ${formatLocalTime(endMs, timeZone)}`;
}

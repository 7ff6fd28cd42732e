/** What a clock in a zone shows, in parts. */
interface Shown {
  readonly day: string;
  readonly clock: string;
  readonly offset: string;
}

/**
 * Writes a span of time as clocks in a zone show it, for a narrow column whose
 * header names the zone: without year, the day once, the offset only where it
 * changes in between.
 *
 * @param startMs Its first moment, milliseconds since 1970 UTC.
 * @param endMs Its last moment, milliseconds since 1970 UTC.
 * @param timeZone An IANA name.
 * @returns Such as `"24 Mar 03:00–15:11"`, `"26 Mar 03:00 – 27 Mar 06:00"`,
 *   `"29 Mar 01:30 GMT+1 – 03:30 GMT+2"`, or one time where they are the same.
 *
 * @example Usage
 * ```ts
 * import { shortLocalSpan } from "@lib/frame/short_local_span.ts";
 * import assert from "node:assert/strict";
 *
 * const start = Date.UTC(2026, 2, 24, 2);
 * assert.equal(
 *   shortLocalSpan(start, start + 131 * 60_000, { timeZone: "Europe/Berlin" }),
 *   "24 Mar 03:00–05:11",
 * );
 * ```
 */
export function shortLocalSpan(
  startMs: number,
  endMs: number,
  { timeZone }: { readonly timeZone: string },
): string {
  const start = shown(startMs, timeZone);
  const first = `${start.day} ${start.clock}`;
  if (startMs === endMs) return first;
  const end = shown(endMs, timeZone);
  const day = start.day === end.day ? "" : `${end.day} `;
  return start.offset === end.offset
    ? `${first}${day === "" ? "–" : " – "}${day}${end.clock}`
    : `${first} ${start.offset} – ${day}${end.clock} ${end.offset}`;
}

function shown(ms: number, timeZone: string): Shown {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZoneName: "shortOffset",
  }).formatToParts(ms);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((one) => one.type === type)?.value ?? "";
  const seconds = part("second") === "00" ? "" : `:${part("second")}`;
  return {
    day: `${part("day")} ${part("month")}`,
    clock: `${part("hour")}:${part("minute")}${seconds}`,
    offset: part("timeZoneName"),
  };
}

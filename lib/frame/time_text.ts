const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How precisely a time is written. */
export interface TimeTextOptions {
  /**
   * Milliseconds from one step to the next: seconds are written only where it
   * is below a minute, or where the time is not on a full minute.
   *
   * @default {1000}
   */
  readonly intervalMs?: number;
  /** Whether the date stands before the time; not where all times are of one day. @default {"shown"} */
  readonly date?: "shown" | "left out";
  /** Whether "UTC" stands behind it; not where the place says so already. @default {"shown"} */
  readonly zone?: "shown" | "left out";
}

/**
 * Writes a time for a reader.
 *
 * @param ms Milliseconds since 1970 UTC.
 * @param options How precisely.
 * @returns Such as `"2026-11-22 14:02:05 UTC"`; `"—"` for NaN.
 *
 * @example Usage
 * ```ts
 * import { formatTime } from "@lib/frame/time_text.ts";
 * import assert from "node:assert/strict";
 *
 * const time = Date.UTC(2026, 10, 22, 14, 2);
 * assert.equal(formatTime(time), "2026-11-22 14:02:00 UTC");
 * assert.equal(formatTime(time, { intervalMs: 60000 }), "2026-11-22 14:02 UTC");
 * ```
 */
export function formatTime(ms: number, options: TimeTextOptions = {}): string {
  if (Number.isNaN(ms)) return "—";
  const { date, clock } = parts(ms, clockDigits([ms], options));
  return dressed(clock, { date, options });
}

/**
 * Writes a span of time for a reader, the date once where one is enough.
 *
 * @param startMs Its first moment, milliseconds since 1970 UTC.
 * @param endMs Its last moment, milliseconds since 1970 UTC.
 * @param options How precisely.
 * @returns Such as `"2026-11-22 14:02–14:31 UTC"`, or over midnight
 *   `"2026-11-22 23:50 – 2026-11-23 00:10 UTC"`.
 */
export function formatSpan(
  startMs: number,
  endMs: number,
  options: TimeTextOptions = {},
): string {
  if (Number.isNaN(startMs) || Number.isNaN(endMs)) return "—";
  const digits = clockDigits([startMs, endMs], options);
  const start = parts(startMs, digits);
  const end = parts(endMs, digits);
  return start.date === end.date
    ? dressed(`${start.clock}–${end.clock}`, { date: start.date, options })
    : dressed(`${start.date} ${start.clock} – ${end.date} ${end.clock}`, {
      date: null,
      options,
    });
}

/** A clock's time with what belongs around it; `null` for a date that stands in it. */
function dressed(
  clock: string,
  { date, options }: {
    readonly date: string | null;
    readonly options: TimeTextOptions;
  },
): string {
  const before = date === null || options.date === "left out" ? "" : `${date} `;
  return before + clock + (options.zone === "left out" ? "" : " UTC");
}

/**
 * Writes a duration for a reader: two units at most, seconds below ten minutes.
 *
 * @param ms Milliseconds.
 * @returns Such as `"250 ms"`, `"5 s"`, `"1 min 30 s"`, `"29 min"`, `"1 h 20 min"`,
 *   `"2 d 3 h"`; `"—"` for NaN.
 *
 * @example Usage
 * ```ts
 * import { formatDuration } from "@lib/frame/time_text.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(formatDuration(4_800_000), "1 h 20 min");
 * ```
 */
export function formatDuration(ms: number): string {
  if (!Number.isFinite(ms)) return "—";
  if (ms < 0) return `−${formatDuration(-ms)}`;
  // Each limit is taken on the rounded value, so that 59.7 s is "1 min".
  if (ms > 0 && ms < SECOND) {
    return Math.round(ms) < SECOND
      ? `${Math.max(1, Math.round(ms))} ms`
      : "1 s";
  }
  const seconds = Math.round(ms / SECOND) * SECOND;
  if (seconds < MINUTE) return `${seconds / SECOND} s`;
  if (seconds < 10 * MINUTE) {
    return inTwo(seconds, [MINUTE, "min"], [SECOND, "s"]);
  }
  const minutes = Math.round(ms / MINUTE) * MINUTE;
  if (minutes < DAY) return inTwo(minutes, [HOUR, "h"], [MINUTE, "min"]);
  return inTwo(Math.round(ms / HOUR) * HOUR, [DAY, "d"], [HOUR, "h"]);
}

type Unit = readonly [size: number, name: string];

function inTwo(ms: number, large: Unit, small: Unit): string {
  const whole = Math.floor(ms / large[0]);
  const rest = Math.round((ms - whole * large[0]) / small[0]);
  const words = [];
  if (whole > 0) words.push(`${whole} ${large[1]}`);
  if (rest > 0) words.push(`${rest} ${small[1]}`);
  return words.join(" ");
}

/** Characters of "HH:MM:SS.mmm" that are written. */
function clockDigits(
  times: readonly number[],
  options: TimeTextOptions,
): number {
  const { intervalMs = SECOND } = options;
  if (times.some((ms) => ms % SECOND !== 0)) return 12;
  const onMinutes = times.every((ms) => ms % MINUTE === 0);
  return intervalMs >= MINUTE && onMinutes ? 5 : 8;
}

function parts(ms: number, digits: number): { date: string; clock: string } {
  const [date = "", clock = ""] = new Date(ms).toISOString().split("T");
  return { date, clock: clock.slice(0, digits) };
}

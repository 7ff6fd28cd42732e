import { formatDuration } from "../../frame/units.ts";

/**
 * Writes how long something was out, beside the time from when it first was to when
 * it last was where it was back in between.
 *
 * @param outMs Milliseconds out, all together.
 * @param spanMs Milliseconds from first to last.
 * @returns Such as `"20 min"`, `"37 min of 11 h 56 min"`.
 *
 * @example Usage
 * ```ts
 * import { timeOutText } from "@lib/report/incident/time_out_text.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(timeOutText(60_000, 60_000), "1 min");
 * assert.equal(timeOutText(60_000, 300_000), "1 min of 5 min");
 * ```
 */
export function timeOutText(outMs: number, spanMs: number): string {
  const span = formatDuration(spanMs);
  return outMs < spanMs ? `${formatDuration(outMs)} of ${span}` : span;
}

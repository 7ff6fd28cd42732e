import type { TimeRange } from "../../chart/script/chart_events.ts";

/**
 * Tells a range as a reader of a report says it; its date once where it is one.
 *
 * @param range Milliseconds since 1970 UTC.
 * @returns Such as `"2026-03-01 06:00 – 07:30 UTC"`.
 *
 * @example Usage
 * ```ts
 * import { rangeText } from "@lib/report/page/range_text.ts";
 * import assert from "node:assert/strict";
 *
 * const range = [Date.UTC(2026, 2, 1, 6), Date.UTC(2026, 2, 1, 7, 30)] as const;
 * assert.equal(rangeText(range), "2026-03-01 06:00 – 07:30 UTC");
 * ```
 */
export function rangeText(range: TimeRange): string {
  const [from = "", to = ""] = range.map((ms) =>
    new Date(ms).toISOString().replace("T", " ").replace(/(:00)?\.000Z/, "")
  );
  const until = to.startsWith(from.slice(0, 10)) ? to.slice(11) : to;
  return `${from} – ${until} UTC`;
}

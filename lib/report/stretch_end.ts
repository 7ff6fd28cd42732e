import type { MetricTable } from "../frame/metric_table.ts";

/**
 * How it is known that something is over: it was seen to be, or nobody could see
 * any more since the data end, have a gap, or the server could not be read.
 */
export type StretchEnd = "seen" | "data ends" | "gap" | "outage";

/**
 * Tells how a stretch of steps ended.
 *
 * @param table The scored table.
 * @param step The first step after the stretch.
 * @param value What would show there that it is over; NaN where nothing does.
 * @returns `"seen"` only where there is a value.
 */
export function stretchEnd(
  { steps, up }: Pick<MetricTable, "steps" | "up">,
  step: number,
  value = NaN,
): StretchEnd {
  if (step >= steps) return "data ends";
  if (!Number.isNaN(value)) return "seen";
  return up[step] === 0 ? "outage" : "gap";
}

/**
 * Says when something was last seen that nobody saw end.
 *
 * @param end How it ended.
 * @returns A clause to stand after what was seen.
 */
export function untilText(end: Exclude<StretchEnd, "seen">): string {
  return {
    "data ends": "where the data end",
    gap: "where a gap begins",
    outage: "where the server can no longer be read",
  }[end];
}

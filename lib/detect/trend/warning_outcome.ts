import { DAY_MS } from "../../frame/day_ms.ts";
import { isoTime } from "../../frame/iso_time.ts";
import { median } from "./block_medians.ts";
import type { EarlyWarning } from "./early_warning.ts";
import { type LimitedSeries, valueAt } from "./limited_series.ts";

/** What came of a warning, as far as the data go. */
export interface WarningOutcome {
  /**
   * `reached`: the limit was; `turned`: the metric went back by half of the way
   * that it had come, or more; `open`: neither by the end of the data.
   */
  readonly kind: "reached" | "turned" | "open";
  /** The value nearest to the limit until then, in the metric's unit. */
  readonly nearest: number;
  /** When it was measured; of a limit that was reached, when, ISO 8601 UTC. */
  readonly nearestAt: string;
}

/** Time whose median says that a metric went back: one value alone is noise. */
const BLOCK_MS = 30 * 60_000;

/** Share of the way that was come in the look-back. */
const BACK_SHARE = 0.5;

/**
 * Tells what came of a warning: the one part that is known afterwards only.
 *
 * @param series The metric.
 * @param warning What was warned of.
 * @param options The first step that was not known to the warning.
 * @returns What came from that step on; `null` where nothing was measured before
 *   it.
 */
export function warningOutcome(
  series: LimitedSeries,
  { slopePerDay, lookBackMs }: Pick<
    EarlyWarning,
    "slopePerDay" | "lookBackMs"
  >,
  { until }: { readonly until: number },
): WarningOutcome | null {
  const { left, startMs, intervalMs } = series;
  const back = BACK_SHARE * Math.abs(slopePerDay) * lookBackMs / DAY_MS;
  const block = Math.max(1, Math.round(BLOCK_MS / intervalMs));
  let at = left.subarray(0, until).findLastIndex(Number.isFinite);
  if (at < 0) return null;
  const told = (kind: WarningOutcome["kind"]): WarningOutcome => ({
    kind,
    nearest: valueAt(series, left[at]!),
    nearestAt: isoTime(Math.round(startMs + at * intervalMs)),
  });
  for (let start = until; start < left.length; start += block) {
    const part = left.subarray(start, start + block);
    // What comes after the turn is no longer this trend's, so it comes first.
    const known = part.filter(Number.isFinite);
    if (median(known) - left[at]! >= back) return told("turned");
    for (const [i, value] of part.entries()) {
      if (value < left[at]!) at = start + i;
      if (value <= 0) return told("reached");
    }
  }
  return told("open");
}

import { DAY_MS } from "../../frame/day_ms.ts";
import { blockMedians } from "./block_medians.ts";
import { dayProfile } from "./day_profile.ts";
import type { LimitedSeries } from "./limited_series.ts";
import type { LookBack } from "./look_back.ts";
import { realTrend } from "./real_trend.ts";

/** How a metric nears its limit, as one look-back sees it; times in steps. */
export interface Approach {
  /** What is left by the line at the end of the look-back. */
  readonly left: number;
  /** Change of what is left a step, below 0. */
  readonly slope: number;
  /** Ends of its interval, both below 0, the steeper one first. */
  readonly interval: readonly [number, number];
  /** Steps from the end of the look-back until nothing is left. */
  readonly remaining: number;
  /** The same by the ends of the slope's interval, the sooner first. */
  readonly soonLate: readonly [number, number];
}

/** Share of the look-back's blocks that must be measured. */
const LEAST_SHARE = 0.8;

/**
 * As many times the look-back a trend is drawn on; node_exporter's own alerts
 * take 24 h from 6 h (NodeFilesystemSpaceFillingUp of its mixin).
 */
const FAR = 4;

/** And where daily rhythm or usual range are not known. */
const NEAR = 1;

/** Share of the way in the look-back that must lead where the metric never was. */
const NEW_SHARE = 0.25;

/**
 * Looks for a trend towards the limit in one look-back.
 *
 * @param series The metric.
 * @param options Where the look-back ends (exclusive), and the least that was
 *   ever left before it began.
 * @returns How the metric nears its limit; `null` where no real trend leads
 *   there soon enough.
 */
export function look(
  series: LimitedSeries,
  { lookBack, until, leastLeft }: {
    readonly lookBack: LookBack;
    readonly until: number;
    readonly leastLeft: number | null;
  },
): Approach | null {
  const { intervalMs, left } = series;
  const block = Math.max(1, Math.round(lookBack.blockMs / intervalMs));
  const count = Math.floor(lookBack.ms / intervalMs / block);
  const steps = count * block;
  const range = { start: until - steps, end: until };
  if (range.start < 0) return null;
  const blocks = blockMedians(left, block, range);
  const isShort = lookBack.blockMs < DAY_MS;
  const day = Math.round(DAY_MS / intervalMs);
  const profile = isShort ? dayProfile(left, { range, block, day }) : null;
  const [times, values]: [number[], number[]] = [[], []];
  blocks.forEach((value, i) => {
    const level = value - (profile?.[i] ?? 0);
    if (!Number.isFinite(level)) return;
    times.push((i + 0.5) * block - steps);
    values.push(level);
  });
  if (values.length < LEAST_SHARE * count) return null;
  const line = realTrend(Float64Array.from(times), Float64Array.from(values));
  if (line === null || line.slope >= 0) return null;
  const { slope, interval, middle } = line;
  const now = middle.value - slope * middle.time;
  if (leastLeft !== null && leastLeft - now < -slope * steps * NEW_SHARE) {
    return null;
  }
  const isKnown = leastLeft !== null && (profile !== null || !isShort);
  const endBy = (slope: number) => middle.time - middle.value / slope;
  const remaining = endBy(slope);
  if (remaining <= 0 || remaining > (isKnown ? FAR : NEAR) * steps) return null;
  return {
    left: now,
    slope,
    interval,
    remaining,
    soonLate: [Math.max(0, endBy(interval[0])), endBy(interval[1])],
  };
}

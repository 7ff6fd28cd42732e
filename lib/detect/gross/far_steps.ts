import { DAY_MS } from "../../frame/day_ms.ts";
import type { StepRange } from "../../frame/metric_table.ts";
import { highest } from "./highest.ts";
import { recurringHeight } from "./recurring_height.ts";
import { FLANK, stretchAround } from "./stretch_around.ts";
import { usualSpread } from "./usual_spread.ts";

/** How far is gross: robust spreads from the median. */
const GROSS = 10;

/**
 * How much further than whatever recurred: what has come on so many occasions, this
 * one among them, is usual. A heavy tail may go on, so that a spike must stand out
 * by more, and alone; what lasts is no tail.
 */
const SPIKE = { times: 5, occasions: 2 } as const;
const LASTING = { times: 2, occasions: 3 } as const;

/** What is shorter is a spike. */
const LASTING_MS = DAY_MS / 24;

/** What lasts longer is a change, and may be here to stay. */
const LONGEST_MS = DAY_MS;

/**
 * Each costs some passes over the column, which may have millions of steps: a noisy
 * half day loses its highest so many.
 */
const MOST_EXCURSIONS = 50;

/** With less history a nightly job has not come twice: nothing is called far. */
const LEAST_MS = 2 * DAY_MS;

/**
 * Finds the stretches in which a metric lay grossly far from where it usually is,
 * as it hardly ever did again.
 *
 * Gross is ten robust spreads from the median, the stretch itself left aside. A spike
 * must also be five times as far as anything else half a day away; what lasts an hour
 * twice as far as what came on three occasions, or at the same time of day on another
 * day: so a nightly backup is usual however high it stands. Where the spread is 0 the
 * metric hardly ever moves, and nothing is said of it. A stretch of more than a day is
 * never gross. Of each side the fifty highest are found.
 *
 * Source: median and robust spread in place of mean and standard deviation: Hampel,
 * "The Influence Curve and its Role in Robust Estimation", JASA 69 (1974); Iglewicz
 * and Hoaglin, "How to Detect and Handle Outliers" (ASQC 1993), who call 3.5 spreads
 * an outlier: gross is far beyond.
 *
 * @param column The metric's measured values, NaN elsewhere, shape `[steps]`.
 * @param intervalMs Milliseconds from one step to the next.
 * @returns Half-open ranges; one may lie in another.
 *
 * @example Usage
 * ```ts
 * import { farSteps } from "@lib/detect/gross/far_steps.ts";
 * import assert from "node:assert/strict";
 *
 * const days = Float32Array.from({ length: 4320 }, (_, t) => 5 + Math.sin(t / 60));
 * days.fill(250, 2000, 2003);
 * assert.deepEqual(farSteps(days, 60_000), [{ start: 2000, end: 2003 }]);
 * ```
 */
export function farSteps(
  column: Float32Array,
  intervalMs: number,
): StepRange[] {
  if (column.length * intervalMs < LEAST_MS) return [];
  const { median } = usualSpread(column);
  const heights = column.map((value) => value - median);
  const depths = heights.map((height) => -height);
  return [heights, depths].flatMap((side) => excursions(side, intervalMs));
}

/** Those to one side, upwards from 0. */
function excursions(heights: Float32Array, intervalMs: number): StepRange[] {
  const rest = heights.slice();
  const isLong = ({ start, end }: StepRange) =>
    (end - start) * intervalMs > LONGEST_MS;
  const found: StepRange[] = [];
  while (found.length < MOST_EXCURSIONS) {
    const peak = highest(rest);
    const height = rest[peak] ?? 0;
    if (!(height > 0)) return found;
    const range = stretchAround(heights, { peak, level: FLANK * height });
    if (isLong(range)) return found;
    const limit = GROSS * usualSpread(heights, range).above;
    if (!(limit > 0 && height > limit)) return found;
    const isLasting = (range.end - range.start) * intervalMs >= LASTING_MS;
    const { times, occasions } = isLasting ? LASTING : SPIKE;
    const of = { peak, range, intervalMs, occasions };
    if (!(height > times * recurringHeight(heights, of))) return found;
    // With its flanks, as far as they are gross themselves.
    const whole = stretchAround(heights, { peak, level: limit });
    const isWider = whole.end - whole.start > range.end - range.start;
    const out = isWider && !isLong(whole) ? whole : range;
    found.push(out);
    rest.fill(NaN, out.start, out.end);
  }
  return found;
}

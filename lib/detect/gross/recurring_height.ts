import { DAY_MS } from "../../frame/day_ms.ts";
import type { StepRange } from "../../frame/metric_table.ts";
import { highest } from "./highest.ts";
import { FLANK, stretchAround } from "./stretch_around.ts";

/** Moments further apart than this are two occasions. */
const APART_MS = DAY_MS / 2;

/** What starts at the same time of day may be early or late by this. */
const LATE_MS = DAY_MS / 24;

/** An excursion of a metric. */
export interface Excursion {
  /** Its highest step. */
  readonly peak: number;
  /** All of it. */
  readonly range: StepRange;
  /** Milliseconds from one step to the next. */
  readonly intervalMs: number;
  /** What has come on so many, this one among them, recurs at whatever time. */
  readonly occasions: number;
}

/**
 * Tells how high a metric went again besides an excursion: at the same time of day
 * within an hour, on any other day; or on enough occasions in all, half a day apart, at
 * any time.
 *
 * @param heights Values above the median, NaN where there is none, shape `[steps]`.
 * @param excursion The excursion, which does not count.
 * @returns The height; 0 where nothing else rose above the median.
 */
export function recurringHeight(
  heights: Float32Array,
  { peak, range, intervalMs, occasions }: Excursion,
): number {
  const apart = Math.round(APART_MS / intervalMs);
  const others = heights.slice();
  const clear = ({ start, end }: StepRange) =>
    others.fill(NaN, Math.max(0, start - apart), end + apart);
  clear(range);
  let again = 0;
  for (let t = 0; t < others.length; t++) {
    const off = Math.abs(t - peak) * intervalMs % DAY_MS;
    const isSameTime = Math.min(off, DAY_MS - off) <= LATE_MS;
    if (isSameTime && others[t]! > again) again = others[t]!;
  }
  for (let occasion = 2; occasion < occasions; occasion++) {
    const next = highest(others);
    if (next < 0) return again;
    const level = FLANK * others[next]!;
    clear(stretchAround(others, { peak: next, level }));
  }
  return Math.max(again, others[highest(others)] ?? 0);
}

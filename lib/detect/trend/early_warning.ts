import { DAY_MS } from "../../frame/day_ms.ts";
import { isoTime } from "../../frame/iso_time.ts";
import { leastLeft } from "./least_left.ts";
import { type LimitedSeries, valueAt } from "./limited_series.ts";
import { type Approach, look } from "./look.ts";
import { LOOK_BACKS, type LookBack } from "./look_back.ts";

/** A metric that is about to run out, as `evaluation.json` and `incidents.json` hold it. */
export interface EarlyWarning {
  /** The metric's name. */
  readonly feature: string;
  /** The unit of `limit` and `level`, and of the slopes a day. */
  readonly unit: string;
  /** The value at which nothing is left. */
  readonly limit: number;
  /** Whether the values lie above the limit or below it. */
  readonly side: "floor" | "ceiling";
  /** The trend's value at the end of the look-back. */
  readonly level: number;
  /** Change a day; below 0 towards a floor. */
  readonly slopePerDay: number;
  /** 95 % interval of the change a day, `[low, high]`. */
  readonly slopeInterval: readonly [number, number];
  /** When the limit is reached if the trend goes on, ISO 8601 UTC. */
  readonly exhaustedAt: string;
  /** The same by the ends of the slope's interval, `[early, late]`. */
  readonly interval: readonly [string, string];
  /** Length of time that the trend was seen in, milliseconds. */
  readonly lookBackMs: number;
  /** Where that time begins, ISO 8601 UTC. */
  readonly since: string;
  /** From when on there was a warning without a break, ISO 8601 UTC. */
  readonly standingSince: string;
}

/** Looks in a look-back; as many as the blocks of one of six hours. */
const LOOKS = 36;

/** Looks back for the beginning of a warning, at most: over two look-backs. */
const MOST_LOOKS = 2 * LOOKS;

/** Looks in a row that may miss a warning that goes on. */
const MOST_MISSED = 2;

/**
 * Makes a function that says whether a metric is about to run out, as far as
 * could be known at a step. The longest look-back speaks, unless a shorter one
 * says clearly sooner.
 *
 * @param series The metric.
 * @returns A function of the first step that is not yet known.
 */
export function earlyWarning(
  series: LimitedSeries,
): (until: number) => EarlyWarning | null {
  const watches = LOOK_BACKS.map((lookBack) => {
    let known: ((until: number) => number | null) | undefined;
    const least = (until: number) => {
      known ??= leastLeft(series, blockSteps(lookBack, series));
      return known(until);
    };
    return { lookBack, least };
  });
  const looked = new Map<number, Seen | null>();
  const seen = (until: number): Seen | null => {
    const known = looked.get(until);
    if (known !== undefined) return known;
    let said: Seen | null = null;
    for (const { lookBack, least } of watches) {
      const start = until - Math.round(lookBack.ms / series.intervalMs);
      if (start < 0) continue;
      const approach = look(series, {
        ...{ lookBack, until },
        leastLeft: () => least(start),
      });
      if (approach === null) continue;
      const isSooner = said === null ||
        approach.soonLate[1] < said.approach.soonLate[0];
      if (isSooner) said = { lookBack, approach };
    }
    looked.set(until, said);
    return said;
  };
  return (until) => {
    const now = seen(until);
    if (now === null || !isLeft(series, until)) return null;
    const step = Math.max(
      1,
      Math.round(now.lookBack.ms / LOOKS / series.intervalMs),
    );
    let first = until;
    let missed = 0;
    // On a grid of their own, so that incidents near each other share them.
    const last = Math.ceil(until / step) * step;
    for (let back = 1; back <= MOST_LOOKS; back++) {
      const earlier = last - back * step;
      if (seen(earlier) !== null) [first, missed] = [earlier, 0];
      else if (++missed > MOST_MISSED) break;
    }
    return toWarning(series, { ...now, until, first });
  };
}

/** What one look found. */
interface Seen {
  readonly lookBack: LookBack;
  readonly approach: Approach;
}

/** Whether what was measured last is on this side of the limit. */
function isLeft({ left }: LimitedSeries, until: number): boolean {
  const known = left.subarray(0, until);
  return known[known.findLastIndex(Number.isFinite)]! > 0;
}

function blockSteps({ blockMs }: LookBack, { intervalMs }: LimitedSeries) {
  return Math.max(1, Math.round(blockMs / intervalMs));
}

function toWarning(
  series: LimitedSeries,
  { lookBack, approach, until, first }: Seen & {
    readonly until: number;
    readonly first: number;
  },
): EarlyWarning {
  const { name, unit, limit, side, startMs, intervalMs } = series;
  const { left, slope, interval, remaining, soonLate } = approach;
  const sign = side === "floor" ? 1 : -1;
  const perDay = (slope: number) => sign * slope * DAY_MS / intervalMs;
  // The last known step stands for the interval that ends with it.
  const timeOf = (step: number) =>
    isoTime(Math.round(startMs + (step - 1) * intervalMs));
  const [steep, flat] = interval.map(perDay);
  return {
    feature: name,
    unit,
    limit,
    side,
    level: valueAt(series, left),
    slopePerDay: perDay(slope),
    slopeInterval: sign > 0 ? [steep!, flat!] : [flat!, steep!],
    exhaustedAt: timeOf(until + Math.round(remaining)),
    interval: [
      timeOf(until + Math.round(soonLate[0])),
      timeOf(until + Math.round(soonLate[1])),
    ],
    lookBackMs: lookBack.ms,
    since: timeOf(until - Math.round(lookBack.ms / intervalMs)),
    standingSince: timeOf(first),
  };
}

/** A tick of a time axis. */
export interface TimeTick {
  /** Milliseconds since 1970 UTC. */
  readonly ms: number;
  /** One or two lines: the time, and the date where it is new. */
  readonly label: string;
}

/**
 * Chooses round ticks of a time axis, in UTC.
 *
 * Pages carry it too, for the axes of zoomed charts.
 *
 * @param domain First and last moment, milliseconds since 1970 UTC.
 * @param most Ticks at most, at least 1.
 * @returns Ticks in order of time.
 *
 * @example Usage
 * ```ts
 * import { timeTicks } from "@lib/chart/time_ticks.ts";
 * import assert from "node:assert/strict";
 *
 * const day = Date.UTC(2026, 2, 1);
 * assert.deepEqual(
 *   timeTicks([day, day + 86_400_000], 3).map(({ label }) => label),
 *   ["00:00\nMar 1", "12:00", "00:00\nMar 2"],
 * );
 * ```
 */
export function timeTicks(
  [startMs, endMs]: readonly [number, number],
  most: number,
): TimeTick[] {
  const [second, minute, hour, day] = [1e3, 6e4, 3.6e6, 8.64e7];
  // Distances that people find round.
  const steps = [
    ...[1, 2, 5, 10, 15, 30].map((n) => n * second),
    ...[1, 2, 5, 10, 15, 30].map((n) => n * minute),
    ...[1, 2, 3, 6, 12].map((n) => n * hour),
    ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((n) => n * day),
  ];
  const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
  const fits = (step: number) => (endMs - startMs) / step < most;
  const step = steps.find(fits) ?? 2 ** 20 * day;
  const ticks: TimeTick[] = [];
  let above = "";
  for (let ms = Math.ceil(startMs / step) * step; ms <= endMs; ms += step) {
    const time = new Date(ms);
    const date = `${months[time.getUTCMonth()]} ${time.getUTCDate()}`;
    const clock = time.toISOString().slice(11, step < minute ? 19 : 16);
    const line = step >= day ? date : clock;
    const context = step >= day ? String(time.getUTCFullYear()) : date;
    ticks.push({ ms, label: context === above ? line : `${line}\n${context}` });
    above = context;
  }
  return ticks;
}

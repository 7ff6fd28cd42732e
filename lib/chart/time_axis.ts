import type { Markish } from "@observablehq/plot";
import type { PlotRuntime } from "./plot.ts";
import { timeTicks } from "./time_ticks.ts";

/** Where a time axis runs. */
export interface TimeAxisOptions {
  /** First and last moment, milliseconds since 1970 UTC. */
  readonly domain: readonly [number, number];
  /** Length of the axis in chart units. */
  readonly length: number;
  /** Chart units that a tick's text needs. @default {72} */
  readonly tickWidth?: number;
  /** Its label. @default {"time (UTC)"} */
  readonly label?: string | null;
}

/** What a tick needs unless told; `drawRange` reckons alike. */
const TICK_WIDTH = 72;

/**
 * Makes the marks of a time axis in UTC with a 24-hour clock.
 *
 * @param runtime Plot.
 * @param options Domain and length.
 * @returns The marks.
 */
export function timeAxis(
  { Plot }: PlotRuntime,
  options: TimeAxisOptions,
): Markish {
  const { domain, length, label = "time (UTC)" } = options;
  const { tickWidth = TICK_WIDTH } = options;
  const ticks = timeTicks(
    domain,
    Math.max(1, Math.floor(length / tickWidth)),
  );
  const labels = new Map(ticks.map((tick) => [tick.ms, tick.label]));
  return Plot.axisX(ticks.map(({ ms }) => new Date(ms)), {
    tickFormat: (time: Date) => labels.get(time.getTime()) ?? "",
    label,
    labelArrow: "none",
    labelAnchor: "right",
    labelOffset: 38,
    tickSize: 4,
  });
}

import type { ChartDetail } from "../../chart/detail/add_detail.ts";
import { heightsOf } from "../../chart/detail/levels.ts";
import type { TrendSeries } from "../../chart/trend_series.ts";
import { valueDomain } from "../../chart/value_domain.ts";
import { fitBand } from "./fit_band.ts";
import { fitLine, type FitOptions } from "./fit_line.ts";
import { fitSteps } from "./fit_steps.ts";
import { shareOut } from "./share_out.ts";

/** Room for what is kept of all metrics together, in characters. */
export interface DetailRoom {
  /** For what was measured. @default {900_000} */
  readonly lines?: number;
  /** For expected bands. @default {300_000} */
  readonly bands?: number;
  /** For which steps are outside them. @default {200_000} */
  readonly outside?: number;
}

/** Room for one text. */
type Room = Pick<FitOptions, "most" | "finest">;

/**
 * Chooses what a page keeps of each metric, so that a reader who zooms sees what
 * was measured and not only what the whole could show.
 *
 * @param series The metrics, in the frames that `trendChart` draws them in.
 * @param room Characters.
 * @returns The details, in the order of the metrics.
 */
export function trendDetails(
  series: readonly TrendSeries[],
  room: DetailRoom = {},
): ChartDetail[] {
  const { lines = 900_000, bands = 300_000, outside = 200_000 } = room;
  const heights = series.map((one) =>
    heightsOf(valueDomain(one, { start: 0, end: one.values.length }))
  );
  const lineOf = (i: number, room: Room = {}) =>
    fitLine(series[i]!.values, { heightOf: heights[i]!, ...room });
  const bandOf = (i: number, room: Room = {}) => {
    const { low, high } = series[i]!.expected ?? {};
    return low && high
      ? fitBand([low, high], { heightOf: heights[i]!, ...room })
      : "";
  };
  const finestLines = series.map((_, i) => lineOf(i));
  const finestBands = series.map((_, i) => bandOf(i));
  const measured = shareOut(
    finestLines,
    lines,
    (i, most) => lineOf(i, { most, finest: finestLines[i] }),
  );
  const expected = shareOut(
    finestBands,
    bands,
    (i, most) => bandOf(i, { most, finest: finestBands[i] }),
  );
  const stepsOf = (i: number, most?: number) => {
    const { errors } = series[i]!.expected ?? {};
    return errors ? fitSteps(errors, { line: measured[i]!, most }) : "";
  };
  const dots = shareOut(series.map((_, i) => stepsOf(i)), outside, stepsOf);
  return series.map(({ intervalMs }, i) => ({
    stepMs: intervalMs,
    parts: { measured: measured[i]!, expected: expected[i]!, dot: dots[i]! },
  }));
}

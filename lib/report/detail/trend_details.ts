import type { ChartDetail } from "../../chart/detail/add_detail.ts";
import { encodeBand } from "../../chart/detail/band_detail.ts";
import { levelsOf } from "../../chart/detail/levels.ts";
import { encodeNumbers } from "../../chart/detail/number_code.ts";
import { runsOf } from "../../chart/detail/runs.ts";
import type { TrendSeries } from "../../chart/trend_series.ts";
import { valueDomain } from "../../chart/value_domain.ts";
import { fitLine } from "./fit_line.ts";
import { shareOut } from "./share_out.ts";

/** Room for what is kept of all metrics together, in characters. */
export interface DetailRoom {
  /** For what was measured. @default {900_000} */
  readonly lines?: number;
  /** For expected bands. @default {300_000} */
  readonly bands?: number;
}

/** Steps that share an edge of a band, from the finest on. */
const EVERY = [1, 2, 3, 5, 10, 20, 30, 60, 120, 300, 600, 1440, 10_080];

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
  const { lines = 900_000, bands = 300_000 } = room;
  const levels = series.map((one) =>
    levelsOf(valueDomain(one, { start: 0, end: one.values.length }))
  );
  const fitted = (i: number, most?: number) =>
    fitLine(series[i]!.values, { levelOf: levels[i]!, most });
  const bandOf = (i: number, every: number) => {
    const { low, high } = series[i]!.expected ?? {};
    return low && high
      ? `band ${encodeBand([low, high], { levelOf: levels[i]!, every })}`
      : "";
  };
  const measured = shareOut(series.map((_, i) => fitted(i)), lines, fitted);
  const expected = shareOut(
    series.map((_, i) => bandOf(i, 1)),
    bands,
    (i, most) => {
      for (const every of EVERY.slice(1)) {
        const text = bandOf(i, every);
        if (text.length <= most) return text;
      }
      return "";
    },
  );
  return series.map(({ intervalMs, expected: band, values }, i) => ({
    stepMs: intervalMs,
    parts: {
      measured: measured[i]!,
      expected: expected[i]!,
      dot: band
        ? `steps ${
          encodeNumbers(runsOf(values.length, (t) => band.errors[t]! >= 1))
        }`
        : "",
    },
  }));
}

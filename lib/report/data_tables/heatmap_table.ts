import type { TrendSeries } from "../../chart/trend_series.ts";
import type { StepRange } from "../../frame/metric_table.ts";
import type { Table } from "../document.ts";
import { nameText, scoreText } from "../words.ts";
import { extentOf } from "./extent.ts";
import { spanText, type SpanView } from "./spans.ts";

/** What the table shows. */
export interface HeatmapTableOptions {
  /** Steps around the incident. */
  readonly range: StepRange;
  /** The incident's number. */
  readonly number: number;
}

/**
 * Gives the errors of metrics around an incident as a table.
 *
 * @param view The report's view.
 * @param series The metrics.
 * @param options Which steps, and of which incident.
 * @returns A row a metric.
 */
export function heatmapTable(
  view: SpanView,
  series: readonly TrendSeries[],
  { range, number }: HeatmapTableOptions,
): Table {
  return {
    kind: "table",
    caption: `Around incident #${number}: how far each metric was from what ` +
      "was expected, in multiples of its own threshold.",
    columns: [
      { title: "Metric", align: "left" },
      { title: "Largest distance, × own threshold", align: "right" },
      { title: "Steps outside its band", align: "right" },
      { title: "First outside (UTC)", align: "right" },
    ],
    rows: series.map(({ name, expected }) => {
      const errors = expected?.errors.subarray(range.start, range.end) ??
        new Float32Array();
      const first = errors.findIndex((error) => error >= 1);
      const step = range.start + first;
      return [
        nameText(name),
        scoreText(extentOf(errors, { start: 0, end: errors.length }).high),
        String(errors.filter((error) => error >= 1).length),
        first < 0 ? "never" : spanText(view, { start: step, end: step + 1 }),
      ];
    }),
  };
}

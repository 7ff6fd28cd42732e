import type { MetricTable } from "../../frame/metric_table.ts";
import { formatDuration } from "../../frame/units.ts";
import type { Table } from "../document.ts";
import { nameText } from "../words.ts";
import { spanText, type SpanView } from "./spans.ts";

/**
 * Gives which metric has values when as a table.
 *
 * @param view The report's view.
 * @param table The metrics that the chart shows.
 * @returns A row a metric.
 */
export function coverageTable(
  view: SpanView,
  { metrics, steps, values, imputed, intervalMs }: CoveredTable,
): Table {
  const width = metrics.length;
  return {
    kind: "table",
    caption: "Steps of each metric that were measured, filled in, or have no " +
      "value, and the longest time without one.",
    columns: [
      { title: "Metric", align: "left" },
      { title: "Measured", align: "right" },
      { title: "Filled in", align: "right" },
      { title: "No value", align: "right" },
      { title: "Longest time without", align: "right" },
      { title: "From (UTC)", align: "right" },
    ],
    rows: metrics.map(({ name }, f) => {
      let [filled, missing, run, longest, from] = [0, 0, 0, 0, 0];
      for (let t = 0; t < steps; t++) {
        const isMissing = Number.isNaN(values[t * width + f]!);
        missing += Number(isMissing);
        filled += Number(!isMissing && imputed[t * width + f] === 1);
        run = isMissing ? run + 1 : 0;
        if (run > longest) [longest, from] = [run, t - run + 1];
      }
      const n = (count: number) => count.toLocaleString("en-US");
      return [
        nameText(name),
        n(steps - filled - missing),
        n(filled),
        n(missing),
        longest === 0 ? "—" : formatDuration(longest * intervalMs),
        longest === 0 ? "—" : spanText(view, { start: from, end: from + 1 }),
      ];
    }),
  };
}

/** What the table is made from. */
export type CoveredTable = Pick<
  MetricTable,
  "metrics" | "steps" | "values" | "imputed" | "intervalMs"
>;

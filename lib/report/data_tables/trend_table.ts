import type { TrendSeries } from "../../chart/trend_series.ts";
import type { Table } from "../document.ts";
import { nameText } from "../words.ts";
import { extentOf, seriesEnds } from "./extent.ts";
import { spanText, type SpanView, TIME_COLUMN, toSpans } from "./spans.ts";
import { unitNumbers } from "./unit_numbers.ts";

/**
 * Gives a metric over time as a table, with what was expected of it.
 *
 * @param view The report's view.
 * @param series The metric.
 * @returns A row a part of the time.
 */
export function trendTable(view: SpanView, series: TrendSeries): Table {
  const { name, unit, values, expected } = series;
  const all = { start: 0, end: values.length };
  const { suffix, number, range } = unitNumbers(unit, seriesEnds(series, all));
  const column = (title: string) => ({
    title: title + suffix,
    align: "right" as const,
  });
  return {
    kind: "table",
    caption: `${nameText(name)} in each part of the time: measured values, ` +
      "and how far its expected band reached.",
    columns: [
      TIME_COLUMN,
      ...["Lowest", "Mean", "Highest", "Expected"].map(column),
    ],
    rows: toSpans(all).map((span) => {
      const { low, mean, high } = extentOf(values, span);
      return [
        spanText(view, span),
        ...[low, mean, high].map(number),
        expected === undefined ? "—" : range(
          extentOf(expected.low, span).low,
          extentOf(expected.high, span).high,
        ),
      ];
    }),
  };
}

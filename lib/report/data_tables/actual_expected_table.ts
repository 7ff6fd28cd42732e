import type { TrendSeries } from "../../chart/trend_series.ts";
import type { StepRange } from "../../frame/metric_table.ts";
import type { Table } from "../document.ts";
import { nameText } from "../words.ts";
import { extentOf, seriesEnds } from "./extent.ts";
import { spanText, type SpanView, TIME_COLUMN, toSpans } from "./spans.ts";
import { unitNumbers } from "./unit_numbers.ts";

/** What the table shows. */
export interface ActualExpectedTableOptions {
  /** Steps around the incident. */
  readonly range: StepRange;
  /** The incident's number. */
  readonly number: number;
}

/**
 * Gives a few metrics around an incident as a table, measured beside expected.
 *
 * @param view The report's view.
 * @param series The metrics.
 * @param options Which steps, and of which incident.
 * @returns A row a part of the time, a single step where there are few.
 */
export function actualExpectedTable(
  view: SpanView,
  series: readonly TrendSeries[],
  { range, number }: ActualExpectedTableOptions,
): Table {
  const metrics = series.map((one) => ({
    ...one,
    numbers: unitNumbers(one.unit, seriesEnds(one, range)),
  }));
  return {
    kind: "table",
    caption: `Around incident #${number}: measured values of each metric and ` +
      "its expected band.",
    columns: [
      TIME_COLUMN,
      ...metrics.flatMap(({ name, numbers: { suffix } }) =>
        ["measured", "expected"].map((what) => ({
          title: `${nameText(name)} ${what}${suffix}`,
          align: "right" as const,
        }))
      ),
    ],
    rows: toSpans(range).map((span) => [
      spanText(view, span),
      ...metrics.flatMap(({ values, expected, numbers }) => {
        const { low, high } = extentOf(values, span);
        return [
          numbers.range(low, high),
          expected === undefined ? "—" : numbers.range(
            extentOf(expected.low, span).low,
            extentOf(expected.high, span).high,
          ),
        ];
      }),
    ]),
  };
}

import { expectedBand } from "../detect/expected_band.ts";
import type { TrendSeries } from "../chart/trend_series.ts";
import { columnOf } from "../frame/column_of.ts";
import type { ReportInput } from "./report_input.ts";

/** What a feature's series is taken from. */
export type SeriesInput = Pick<
  ReportInput,
  "table" | "expected" | "bands" | "errors"
>;

/**
 * Takes one feature out of a report's input, as the charts want it. Values that
 * were filled in count as missing: the line shall show what was measured.
 *
 * @param input The input.
 * @param feature The feature's number.
 * @returns The feature over time, with what was expected of it.
 */
export function toTrendSeries(
  input: SeriesInput,
  feature: number,
): TrendSeries {
  const { table, expected, bands, errors } = input;
  const width = table.metrics.length;
  const column = (rows: Float32Array) => columnOf(rows, { width, f: feature });
  const values = column(table.values);
  for (let t = 0; t < table.steps; t++) {
    if (table.imputed[t * width + feature] === 1) values[t] = NaN;
  }
  const { name, unit } = table.metrics[feature]!;
  const center = column(expected);
  const edgeOf = (side: 0 | 1) => (value: number) =>
    expectedBand(value, bands[feature]!)[side];
  return {
    name,
    unit,
    startMs: table.startMs,
    intervalMs: table.intervalMs,
    values,
    expected: {
      center,
      low: center.map(edgeOf(0)),
      high: center.map(edgeOf(1)),
      errors: column(errors),
    },
  };
}

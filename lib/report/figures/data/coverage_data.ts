import {
  type Coverage,
  COVERAGE_BINS,
  coverageStretches,
} from "../../../chart/coverage_stretches.ts";
import { isoTime } from "../../../frame/iso_time.ts";
import { plainText } from "../../../frame/plain_text.ts";
import { type MetricTable, stepTime } from "../../../frame/metric_table.ts";
import type { FigureData } from "../../document.ts";
import { MOST_STEPS } from "./shown_steps.ts";

const WORDS: Readonly<Record<Coverage, string>> = {
  present: "measured",
  imputed: "filled in",
  missing: "no value",
};

/**
 * Gives which metric has values when as a figure's data.
 *
 * @param table The metrics of the chart.
 * @returns A row for each stretch of steps of one metric that are alike, its first
 *   and last step included; of very many stretches those of the chart.
 */
export function coverageData(
  table: Pick<
    MetricTable,
    "metrics" | "steps" | "startMs" | "intervalMs" | "values" | "imputed"
  >,
): FigureData {
  const names = table.metrics.map(({ name }) => plainText(name));
  const time = (step: number) => isoTime(stepTime(table, step));
  const series = { ...table, names };
  const all = coverageStretches(series, { bins: table.steps });
  const stretches = all.length <= MOST_STEPS
    ? all
    : coverageStretches(series, { bins: COVERAGE_BINS });
  return {
    columns: ["metric", "state", "start", "end", "steps"],
    rows: stretches.map(({ row, start, end, of }) => [
      names[row]!,
      WORDS[of],
      time(start),
      time(end - 1),
      end - start,
    ]),
  };
}

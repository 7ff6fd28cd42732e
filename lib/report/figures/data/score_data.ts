import { SCORE_BUCKETS } from "../../../chart/score_chart.ts";
import type { FigureData } from "../../document.ts";
import type { ReportView } from "../../report_view.ts";
import { columnTitle } from "./column_title.ts";
import { overTime } from "./over_time.ts";
import { shownSteps } from "./shown_steps.ts";

/**
 * Gives the score over time as a figure's data.
 *
 * @param view The report's view.
 * @returns A row a step.
 */
export function scoreData(
  { input: { table, score }, chartIncidents }: ReportView,
): FigureData {
  const range = { start: 0, end: score.length };
  const title = columnTitle("score", "multiples of the threshold");
  return overTime([{ title, values: score }], {
    steps: shownSteps([score], { range, buckets: SCORE_BUCKETS }),
    clock: table,
    incidents: chartIncidents,
  });
}

import type { Evaluated } from "./evaluate.ts";
import type { ReportInput } from "../report/report_input.ts";
import { type ReportView, toReportView } from "../report/report_view.ts";

/**
 * Gives what a report is made from.
 *
 * @param evaluated The run.
 * @returns The report's input.
 */
export function reportInputOf(
  { scored, limited, evaluation, model, warnings, run }: Evaluated,
): ReportInput {
  const { threshold: _, ...arrays } = scored;
  const training = { ...model.detector.training, warnings };
  return { ...arrays, limited, evaluation, training, run };
}

/**
 * Gives a run as the sections of a report see it: incidents with their numbers,
 * the features as series, for notebooks that show a part of a report.
 *
 * @param evaluated The run.
 * @returns The report's view.
 */
export function reportViewOf(evaluated: Evaluated): ReportView {
  return toReportView(reportInputOf(evaluated));
}

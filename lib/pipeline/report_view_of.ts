import type { Evaluated } from "./evaluate.ts";
import type { ReportInput } from "../report/report_input.ts";
import {
  type ReportOptions,
  type ReportView,
  toReportView,
} from "../report/report_view.ts";

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
 * @param options Id of the one incident that is told of, if it is one.
 * @returns The report's view.
 * @throws {TypeError} If no incident has that id.
 */
export function reportViewOf(
  evaluated: Evaluated,
  options: ReportOptions = {},
): ReportView {
  return toReportView(reportInputOf(evaluated), options);
}

import type { ReportView } from "../report_view.ts";

/** Smaller shares of an incident are no part in it, unless they are of a cause. */
const LEAST_SHARE = 0.03;

/**
 * Chooses the metrics that a report shows over its whole time: all; of a report
 * about one incident those with a part in it.
 *
 * @param view The report's view.
 * @returns Names; by falling share where the report is about one incident. An
 *   outage blames no metric, so that all are shown.
 */
export function shownMetrics(
  { subject, input: { table } }: Pick<ReportView, "subject" | "input">,
): readonly string[] {
  const all = table.metrics.map(({ name }) => name);
  if (subject === null || subject.incident.kind === "outage") return all;
  return subject.incident.contributions
    .filter(({ isCause, share }) => isCause || share >= LEAST_SHARE)
    .map(({ feature }) => feature)
    .filter((name) => all.includes(name));
}

/**
 * Chooses the metrics of which a report tells what the model makes of them: as
 * {@linkcode shownMetrics}, but none for an outage, which is known without a model.
 *
 * @param view The report's view.
 * @returns Names.
 */
export function judgedMetrics(
  view: Pick<ReportView, "subject" | "input">,
): readonly string[] {
  return view.subject?.incident.kind === "outage" ? [] : shownMetrics(view);
}

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
 * Tells whether a report says of a metric what the model makes of it: of each; of
 * a report about one incident of those with a part in it, and about an outage of
 * none, since it is known without a model.
 *
 * @param view The report's view.
 * @returns Takes a metric's name.
 */
export function isJudged(
  view: Pick<ReportView, "subject" | "input">,
): (name: string) => boolean {
  const { subject } = view;
  if (subject === null) return () => true;
  const isOutage = subject.incident.kind === "outage";
  const shown = new Set(isOutage ? [] : shownMetrics(view));
  return (name) => shown.has(name);
}

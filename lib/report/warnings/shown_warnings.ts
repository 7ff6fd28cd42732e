import type { EarlyWarning } from "../../detect/trend/early_warning.ts";
import type { ReportView } from "../report_view.ts";

/**
 * Chooses which warnings of the end of the data a report tells: all; of a report
 * about one incident those of its causes, and of what it was warned of.
 *
 * @param view The report's view.
 * @returns The warnings, in their order.
 */
export function shownWarnings(
  { subject, input }: Pick<ReportView, "subject" | "input">,
): readonly EarlyWarning[] {
  const { earlyWarnings } = input.evaluation;
  if (subject === null) return earlyWarnings;
  const { incident } = subject;
  const concerned = new Set([
    ...incident.contributions.filter(({ isCause }) => isCause),
    ...incident.warnedOf,
  ].map(({ feature }) => feature));
  return earlyWarnings.filter(({ feature }) => concerned.has(feature));
}

import type { EarlyWarning } from "../../detect/trend/early_warning.ts";
import type { ReportView } from "../report_view.ts";
import { nearWarnings } from "./near_warnings.ts";

/**
 * Chooses which warnings of the end of the data a report tells: all; of a report
 * about one incident those of its causes, and of what was about to run out when
 * it began.
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
    ...nearWarnings(incident),
  ].map(({ feature }) => feature));
  return earlyWarnings.filter(({ feature }) => concerned.has(feature));
}

import type { ReportView } from "../report_view.ts";

/**
 * Says what the shades behind a chart are.
 *
 * @param view The report's view.
 * @returns A sentence.
 */
export function shadesText(
  { subject, incidents }: Pick<ReportView, "subject" | "incidents">,
): string {
  const isOfOne = subject !== null && incidents.length > 1;
  return isOfOne
    ? `Shaded orange below ▼: #${subject.number}; grey: the other incidents and outages, each with its number.`
    : "Shaded and numbered: incidents; grey: outages.";
}

import type { LinkedText } from "../document.ts";
import type { ReportView } from "../report_view.ts";
import { countText } from "../words.ts";
import { shownWarnings } from "./shown_warnings.ts";
import { shortWarningText } from "./warning_text.ts";

/** Where warnings are told in full. */
const SECTION = "early-warnings";

/** Warnings that are named before all else. */
const MOST_NAMED = 3;

/**
 * Tells what is about to run out at the end of the data, for where it must not be
 * overlooked.
 *
 * @param view The report's view.
 * @returns A sentence each, what runs out first before others; of very many one
 *   that counts the rest; none where nothing is.
 */
export function standingWarnings(
  view: Pick<ReportView, "timeZone" | "input" | "subject">,
): LinkedText[] {
  const { timeZone } = view;
  const earlyWarnings = shownWarnings(view);
  const more = earlyWarnings.length - MOST_NAMED;
  const told = earlyWarnings.slice(0, MOST_NAMED)
    .map((warning) => shortWarningText(warning, { timeZone }));
  const rest = more > 0
    ? [`${countText(more, "more metric")} would run out later.`]
    : [];
  return [...told, ...rest].map((text) => ({ text, section: SECTION }));
}

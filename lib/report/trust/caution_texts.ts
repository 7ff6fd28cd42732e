import type { ReportView } from "../report_view.ts";
import { movedConstantsText } from "./moved_constants_text.ts";
import { notScoredText } from "./not_scored_text.ts";

/**
 * Says what a reader has to know before relying on what was found: what the score
 * knows nothing of, what of the time beside it was not scored, how short the history
 * is.
 *
 * @param view The report's view; of one incident only what moved while it lasted.
 * @returns Sentences; none where nothing is to be said.
 */
export function cautionTexts({ subject, input }: ReportView): string[] {
  const { evaluation, table: { intervalMs } } = input;
  const moved = evaluation.movedConstants.filter(({ firstAt, lastAt }) =>
    subject === null ||
    Date.parse(firstAt) <= Date.parse(subject.incident.end) &&
      Date.parse(lastAt) >= Date.parse(subject.incident.start)
  );
  return [
    movedConstantsText(moved, { intervalMs }),
    subject === null ? notScoredText(input) : "",
    evaluation.history.note ?? "",
  ].filter((text) => text !== "");
}

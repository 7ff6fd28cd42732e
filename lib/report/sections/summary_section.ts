import { evidenceOf } from "../evidence/evidence.ts";
import { formatDuration, formatSpan, formatTime } from "../../frame/units.ts";
import type { Section } from "../document.ts";
import { commonDoubts, commonDoubtsText } from "../incident/common_doubts.ts";
import { wereFoundText } from "../incident/found_text.ts";
import { quietText } from "../quiet_text.ts";
import type { ReportView } from "../report_view.ts";
import { countText, nameText, percentText } from "../words.ts";
import { shownWarnings } from "../warnings/shown_warnings.ts";
import { standingWarnings } from "../warnings/standing_warnings.ts";
import { warningBasis } from "../warnings/warning_basis.ts";
import { changesList } from "./changes_blocks.ts";
import { scoreFigure } from "./score_figure.ts";

/** What the named metrics are, and are not. */
export const CAUTION =
  "The named metrics are contributing signals: what behaved unlike the time " +
  "that the model learned from. What made them do so is for people to find out.";

/**
 * Shows the score over time and tells in a few sentences what was scored and
 * what was found.
 *
 * @param view The report's view.
 * @returns The section.
 */
export async function summarySection(view: ReportView): Promise<Section> {
  const { incidents, input: { training } } = view;
  const weak = weakTexts(view);
  return {
    id: "summary",
    title: "Summary",
    level: 2,
    evidence: evidenceOf(view.input, {
      basis: [
        "score",
        ...warningBasis(shownWarnings(view)),
        ...(training.warnings.length > 0 ? ["training" as const] : []),
      ],
    }),
    blocks: [
      await scoreFigure(view),
      { kind: "paragraph", text: `${scoredText(view)} ${resultText(view)}` },
      ...incidents.length === 0
        ? []
        : [{ kind: "paragraph" as const, text: CAUTION }],
      ...standingWarnings(view).map((warning) => (
        { kind: "note" as const, mark: "warning" as const, ...warning }
      )),
      ...changesList(view),
      ...weak.length === 0 ? [] : [{
        kind: "note" as const,
        text: `This result is weaker than it could be: ${weak.join(" ")}`,
      }],
    ],
  };
}

/** What no incident's own card repeats stands last. */
function weakTexts({ input: { training, incidents } }: ReportView): string[] {
  const { warnings } = training;
  const doubts = commonDoubtsText(commonDoubts(incidents), warnings);
  return [...warnings, ...(doubts === "" ? [] : [`${doubts}.`])];
}

/**
 * Tells which time was scored, and what was learned from.
 *
 * @param view The report's view.
 * @returns Sentences.
 */
export function scoredText({ input }: Pick<ReportView, "input">): string {
  const { table, evaluation, run } = input;
  const { intervalMs, steps } = table;
  const span = formatSpan(
    Date.parse(evaluation.span.start),
    Date.parse(evaluation.span.end),
    { intervalMs },
  );
  const text = `${nameText(table.host)} was scored over ${span}: ` +
    `${countText(evaluation.scoredSteps, "step")} of ${
      formatDuration(intervalMs)
    }, ${formatDuration(evaluation.scoredSteps * intervalMs)} in all` +
    (evaluation.scoredSteps < steps
      ? ` (${countText(steps - evaluation.scoredSteps, "step")} have no score).`
      : ".");
  return run.split === null
    ? text
    : `${text} The model learned from the first ${
      percentText(run.split.share)
    } of the time, up to ${
      formatTime(Date.parse(run.split.at), { intervalMs })
    }; what came after it was scored.`;
}

function resultText(view: ReportView): string {
  const { rates } = view.input.evaluation;
  const { incidents, outages, alarmShare } = rates;
  if (incidents === 0) {
    const but = outages > 0 ? `, but ${countText(outages, "outage")}` : "";
    return `No incident was found${but}. ${quietText(view)}`;
  }
  return `${wereFoundText(rates)}; the score was at or above its threshold in ${
    percentText(alarmShare)
  } of the scored steps.`;
}

import { evidenceOf } from "../evidence/evidence.ts";
import { formatQuantity } from "../../frame/units.ts";
import type { Section } from "../document.ts";
import type { ReportView } from "../report_view.ts";
import { budgetSentences } from "./budget_words.ts";
import { shownMetrics } from "../subject/shown_metrics.ts";
import { nameText, percentText } from "../words.ts";

/**
 * Lists each feature's own threshold and how often it was passed; of a report about
 * one incident those with a part in it.
 *
 * @param view The report's view.
 * @returns The section.
 */
export function thresholdsSection(view: ReportView): Section {
  const { input } = view;
  const shown = new Set(shownMetrics(view));
  const { evaluation, table } = input;
  const { thresholds } = evaluation;
  return {
    id: "thresholds",
    title: "Thresholds",
    level: 2,
    evidence: evidenceOf(input, { basis: "score" }),
    blocks: [
      {
        kind: "paragraph",
        text: budgetSentences(evaluation, table.intervalMs),
      },
      {
        kind: "table",
        caption:
          "How far each metric may be from what was expected, in its own unit, " +
          "and how often it was further. On normal time any metric at all is, in " +
          "one step of 1,000.",
        columns: [
          { title: "Metric", align: "left", weight: 2 },
          { title: "Own threshold", align: "right", weight: 1.2 },
          { title: "Steps beyond it", align: "right", weight: 1 },
          { title: "Share of scored steps", align: "right", weight: 1 },
        ],
        rows: thresholds.features
          .filter(({ feature }) => shown.has(feature))
          .sort((a, b) => b.passedSteps - a.passedSteps)
          .map(({ feature, unit, distance, passedSteps, passedShare }) => [
            nameText(feature),
            `± ${formatQuantity(distance, unit)}`,
            passedSteps.toLocaleString("en-US"),
            percentText(passedShare),
          ]),
      },
    ],
  };
}

import { DAY_MS } from "../../frame/day_ms.ts";
import { formatDuration, formatQuantity } from "../../frame/units.ts";
import type { Section } from "../document.ts";
import type { ReportView } from "../report_view.ts";
import { countText, nameText, percentText } from "../words.ts";

/**
 * Lists each feature's own threshold and how often it was passed.
 *
 * @param view The report's view.
 * @returns The section.
 */
export function thresholdsSection({ input }: ReportView): Section {
  const { thresholds, budget, rates } = input.evaluation;
  return {
    id: "thresholds",
    title: "Thresholds",
    level: 2,
    blocks: [
      {
        kind: "paragraph",
        text: `The score's threshold is fitted to an alarm budget of ${
          nameText(budget.text)
        }; on the part of the training data that was kept for it, it gives ${
          perDay(rates.calibrationPerDay)
        }. In the scored data it gave ${seenText(input)}.`,
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
        rows: [...thresholds.features]
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

/** A rate a day says little of what was seen for an hour. */
function seenText({ evaluation, table }: ReportView["input"]): string {
  const { rates: { incidents, incidentsPerDay }, scoredSteps } = evaluation;
  const scoredMs = scoredSteps * table.intervalMs;
  return scoredMs < DAY_MS
    ? `${countText(incidents, "incident")} in ${formatDuration(scoredMs)}`
    : perDay(incidentsPerDay);
}

function perDay(rate: number): string {
  const digits = rate >= 10 ? 0 : rate >= 1 ? 1 : 2;
  const text = rate === 0 ? "0" : rate.toFixed(digits);
  return `${text} incidents a day`;
}

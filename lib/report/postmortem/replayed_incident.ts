import type { Block } from "../document.ts";
import { alarmWord, budgetText, delayText } from "../replay_words.ts";
import type { NumberedIncident, ReportView } from "../report_view.ts";

/**
 * Shows when each alarm budget would have alarmed of one incident.
 *
 * @param view The report's view.
 * @param one The incident, of kind `"anomaly"`.
 * @returns A table; none where nothing was replayed.
 */
export function replayedIncident(
  { input: { evaluation } }: ReportView,
  { incident }: NumberedIncident,
): Block[] {
  const { replay, thresholds } = evaluation;
  const [any] = replay;
  const word = any === undefined ? "" : `${alarmWord(any)}s`;
  const rows = replay.flatMap((budget) => {
    const found = budget.incidents.find(({ id }) => id === incident.id);
    return found === undefined ? [] : [[
      budgetText(budget),
      (budget.threshold / thresholds.score).toFixed(2),
      delayText(found.delayMs),
      found.falseAlarmsBefore.toLocaleString("en-US"),
    ]];
  });
  if (rows.length === 0) return [];
  return [{
    kind: "table",
    caption: "What other alarm budgets would have caught, and how late. The " +
      `threshold is in multiples of this run's; ${word} before it ` +
      "are what such a budget would have cost until then.",
    columns: [
      { title: "Alarm budget", align: "left" },
      { title: "Threshold (×)", align: "right" },
      { title: "Delay", align: "right" },
      {
        title: `${word.replace(/^./, (c) => c.toUpperCase())} before`,
        align: "right",
      },
    ],
    rows,
  }];
}

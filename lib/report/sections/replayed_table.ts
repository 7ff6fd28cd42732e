import { firstDeviation } from "../../detect/first_deviation.ts";
import type { BudgetReplay } from "../../measure/evaluation.ts";
import type { Cell, Table } from "../document.ts";
import { timeIn } from "../incident_clock.ts";
import {
  alarmWord,
  budgetText,
  DELAY_WORDS,
  replayedText,
} from "../replay_words.ts";
import type { NumberedIncident, ReportView } from "../report_view.ts";
import { normalText, rateText } from "./budgets_table.ts";

/**
 * Shows when each alarm budget would have alarmed of one incident, how late, and
 * for how many other alarms.
 *
 * @param view The report's view.
 * @param one The incident.
 * @returns One table; none where it was not replayed, as no outage is.
 */
export function replayedTable(
  view: ReportView,
  one: NumberedIncident,
): Table[] {
  const { replay } = view.input.evaluation;
  const rows = replay.flatMap((budget) => rowsOf(view, one, budget));
  if (rows.length === 0) return [];
  const word = alarmWord(replay[0] ?? { events: null });
  const Word = word.charAt(0).toUpperCase() + word.slice(1);
  return [{
    kind: "table",
    caption:
      `When each alarm budget would have alarmed of incident #${one.number}, ` +
      `and what it would have cost: ${word}s in the scored time before it and ` +
      "a day, and alarms on normal time that was kept from training. " +
      DELAY_WORDS,
    columns: [
      { title: "Alarm budget", align: "left", weight: 1.2 },
      { title: "Threshold (× this run's)", align: "right", weight: 0.9 },
      { title: "Alarm", align: "right", weight: 1 },
      { title: "Delay", align: "right", weight: 0.8 },
      { title: `${Word}s before`, align: "right", weight: 0.8 },
      { title: "The same a day", align: "right", weight: 0.7 },
      { title: "A day on normal time", align: "right", weight: 1.4 },
    ],
    rows,
  }];
}

function rowsOf(
  view: ReportView,
  { incident }: NumberedIncident,
  budget: BudgetReplay,
): Cell[][] {
  const { thresholds } = view.input.evaluation;
  const ms = firstDeviation(incident);
  return budget.incidents.filter(({ id }) => id === incident.id)
    .map(({ delayMs, wasOn, falseAlarmsBefore }) => [
      budgetText(budget),
      (budget.threshold / thresholds.score).toFixed(2),
      delayMs === null || wasOn
        ? "—"
        : timeIn(view, incident, { ms: ms + delayMs }),
      replayedText({ delayMs, ...(wasOn ? { wasOn } : {}) }),
      falseAlarmsBefore.toLocaleString("en-US"),
      rateText(budget.falseAlarmsPerDay),
      normalText(budget),
    ]);
}

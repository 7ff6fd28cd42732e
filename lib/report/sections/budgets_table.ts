import type { BudgetReplay } from "../../measure/evaluation.ts";
import type { Table } from "../document.ts";
import {
  budgetText,
  caughtOf,
  delayText,
  ON_ALREADY,
} from "../replay_words.ts";
import type { ReportView } from "../report_view.ts";
import { formatDuration } from "../../frame/units.ts";
import { percentText } from "../words.ts";

/**
 * Shows what each alarm budget would have caught in all, and at what cost.
 *
 * @param view The report's view, with a replay.
 * @returns The table.
 */
export function budgetsTable({ input }: ReportView): Table {
  const { replay, thresholds, scoredSteps } = input.evaluation;
  const scoredMs = scoredSteps * input.table.intervalMs;
  const isLabelled = replay.some(({ events }) => events !== null);
  const others = isLabelled
    ? "false alarms, which touch no labelled event"
    : "alarms that touch none of these incidents";
  return {
    kind: "table",
    caption: "What each alarm budget would have caught, and what it would " +
      `have cost: ${others}, and alarms on normal time that was kept from training.`,
    columns: [
      { title: "Alarm budget", align: "left", weight: 1.2 },
      { title: "Threshold (× this run's)", align: "right", weight: 0.9 },
      { title: "Caught", align: "right", weight: 0.8 },
      { title: "Middle delay", align: "right", weight: 0.8 },
      {
        title: isLabelled ? "False alarms" : "Other alarms",
        align: "right",
        weight: 0.8,
      },
      { title: "The same a day", align: "right", weight: 0.7 },
      { title: "Time in alarm", align: "right", weight: 1 },
      { title: "A day on normal time", align: "right", weight: 1.4 },
    ],
    rows: replay.map((budget) => {
      const { of, count, onAlready, medianMs } = caughtOf(budget);
      const { alarmMs } = budget;
      return [
        budgetText(budget),
        (budget.threshold / thresholds.score).toFixed(2),
        `${count} of ${of}`,
        medianMs !== null
          ? delayText(medianMs)
          : onAlready > 0
          ? ON_ALREADY
          : "—",
        budget.falseAlarms.toLocaleString("en-US"),
        rateText(budget.falseAlarmsPerDay),
        alarmMs === 0
          ? "none"
          : `${formatDuration(alarmMs)} (${percentText(alarmMs / scoredMs)})`,
        normalText(budget),
      ];
    }),
  };
}

/**
 * Says how often a budget alarms on normal time, and whether anybody has seen that.
 *
 * @param replay The budget.
 * @returns Alarms a day, or that they are rarer than could be seen.
 */
export function normalText(
  { calibrationPerDay, extrapolated }: BudgetReplay,
): string {
  return extrapolated
    ? "extrapolated: rarer than that time shows"
    : rateText(calibrationPerDay);
}

/**
 * Writes a number of alarms a day.
 *
 * @param perDay Alarms a day.
 * @returns Such as `"0"`, `"0.14"`, `"4.0"`, `"23"`.
 */
export function rateText(perDay: number): string {
  if (perDay === 0) return "0";
  if (perDay < 0.01) return "< 0.01";
  return perDay.toFixed(perDay >= 10 ? 0 : perDay >= 1 ? 1 : 2);
}

import { firstDeviation } from "../../detect/first_deviation.ts";
import { evidenceOf } from "../evidence/evidence.ts";
import type { BudgetReplay } from "../../measure/evaluation.ts";
import type { Cell, Section } from "../document.ts";
import { timeIn } from "../incident_clock.ts";
import { alarmWord, budgetText, delayText } from "../replay_words.ts";
import type { NumberedIncident, ReportView } from "../report_view.ts";
import { normalText, rateText } from "../sections/budgets_table.ts";
import { DEVIATION, extrapolatedText } from "../sections/replay_section.ts";

/**
 * Answers "would we have caught it?" of one incident: when each alarm budget would
 * have alarmed, how late, and for how many other alarms.
 *
 * @param view The report's view.
 * @param one The incident.
 * @returns One section, or none for an outage, which no budget decides about.
 */
export function subjectReplay(
  view: ReportView,
  one: NumberedIncident,
): Section[] {
  const { input } = view;
  const { replay, thresholds } = input.evaluation;
  const rows = replay.flatMap((budget) =>
    budget.incidents.filter(({ id }) => id === one.incident.id)
      .map(({ delayMs, falseAlarmsBefore }): Cell[] => [
        budgetText(budget),
        (budget.threshold / thresholds.score).toFixed(2),
        delayMs === null ? "—" : alarmTime(view, one, { delayMs }),
        delayText(delayMs),
        falseAlarmsBefore.toLocaleString("en-US"),
        rateText(budget.falseAlarmsPerDay),
        normalText(budget),
      ])
  );
  if (rows.length === 0) return [];
  const [word, Word] = wordsOf(replay);
  return [{
    id: "replay",
    title: "Would we have caught it?",
    level: 2,
    evidence: evidenceOf(input, { basis: "labels" }),
    blocks: [
      {
        kind: "table",
        caption:
          `When each alarm budget would have alarmed of incident #${one.number}, ` +
          `and what it would have cost: ${word}s in the scored time before it and ` +
          "a day, and alarms on normal time that was kept from training. At once: " +
          "at the very step, or an alarm was on already.",
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
      },
      {
        kind: "paragraph",
        text: `A delay counts from the first deviation, ${
          timeIn(view, one.incident, { ms: firstDeviation(one.incident) })
        }: ${DEVIATION}.${extrapolatedText(replay)}`,
      },
    ],
  }];
}

function wordsOf(replay: readonly BudgetReplay[]): [string, string] {
  const word = alarmWord(replay[0] ?? { events: null });
  return [word, word.charAt(0).toUpperCase() + word.slice(1)];
}

function alarmTime(
  view: ReportView,
  { incident }: NumberedIncident,
  { delayMs }: { readonly delayMs: number },
): string {
  return timeIn(view, incident, { ms: firstDeviation(incident) + delayMs });
}

import { displayAs } from "../../frame/display_as.ts";
import { tableForms } from "../../frame/table_forms.ts";
import type { BudgetReplay, Evaluation } from "../../measure/evaluation.ts";
import {
  alarmTimeText,
  alarmWord,
  budgetText,
  caughtOf,
  delayText,
  ON_ALREADY,
} from "../../report/replay_words.ts";
import { perDayText } from "../../report/sections/budget_words.ts";
import { warningText } from "../../report/warnings/warning_text.ts";
import { countText, nameText, percentText } from "../../report/words.ts";

/** Metrics that a row names. */
const MOST_NAMED = 6;

/**
 * Makes an evaluation show itself in a notebook: what was scored, how often it
 * alarmed, and how that compares with labels where there are some.
 *
 * @param evaluation The evaluation, changed in place.
 * @returns The same evaluation.
 */
export function displayEvaluation(evaluation: Evaluation): Evaluation {
  return displayAs(evaluation, () => {
    const { host, span, scoredSteps, budget, rates, labels, replay } =
      evaluation;
    const { earlyWarnings } = evaluation;
    const share = percentText(rates.alarmShare);
    return tableForms({
      caption: "",
      columns: [{ title: "", align: "left" }, { title: "", align: "left" }],
      rows: [
        ["server", nameText(host)],
        ["scored", `${span.start} to ${span.end}, ${scoredSteps} steps`],
        ["found", countText(rates.incidents, "incident")],
        ["server could not be read", countText(rates.outages, "time")],
        ["time in alarm", `${share} of the scored steps`],
        ["alarm budget", nameText(budget.text)],
        ["usual at it (95 %)", `${rates.allowed.join(" to ")} incidents`],
        ["to be expected", perDayText(rates.expectedPerDay)],
        ...evaluation.changes.length === 0
          ? []
          : [["levels that moved", changesText(evaluation)]],
        ...evaluation.outsideTraining.length === 0 ? [] : [[
          "outside the learned range",
          countText(evaluation.outsideTraining.length, "metric"),
        ]],
        ...evaluation.history.note === null
          ? []
          : [["how far to trust it", evaluation.history.note]],
        ...earlyWarnings.map((warning) => [
          "early warning",
          warningText(warning),
        ]),
        ...labels === null ? [] : [
          [
            "labelled events found",
            `${labels.eventsFound} of ${labels.events}`,
          ],
          ["false alarms", String(labels.falseAlarms)],
          ...labels.markedFalse.spans === 0 ? [] : [[
            "marked as no incident",
            `${labels.markedFalse.spans}, alarmed in ${labels.markedFalse.alarmed}`,
          ]],
          ...labels.maintenance.spans === 0 ? [] : [[
            "in maintenance, not counted",
            countText(labels.maintenance.incidents, "incident"),
          ]],
          [
            "first-ranked signal is a labelled cause",
            `${labels.topCauseRight} of ${labels.topCauseOf}`,
          ],
          ...labels.counterfactuals.of === 0 ? [] : [[
            "signals that clear the alarm hold a labelled cause",
            `${labels.counterfactuals.withCause} of ${labels.counterfactuals.of}`,
          ]],
        ],
        ...replay.map((budget) => [
          `at ${budgetText(budget)}`,
          caughtText(budget),
        ]),
      ],
    });
  });
}

function changesText({ changes }: Evaluation): string {
  const names = new Set(changes.map(({ feature }) => nameText(feature)));
  const shown = [...names].slice(0, MOST_NAMED);
  const more = names.size - shown.length;
  const rest = more > 0 ? `, ${more} more` : "";
  return `${shown.join(", ")}${rest}`;
}

function caughtText(budget: BudgetReplay): string {
  const { of, count, onAlready, medianMs } = caughtOf(budget);
  const late = medianMs === null ? "" : `, median ${delayText(medianMs)}`;
  const on = onAlready === 0 ? "" : ` (${onAlready} ${ON_ALREADY})`;
  const others = `${countText(budget.falseAlarms, alarmWord(budget))}, ${
    alarmTimeText(budget)
  }`;
  // Nothing to catch: no event among the labels, or no incident.
  if (of === 0) return others;
  return `${count} of ${of} would be caught${on}${late}; ${others}`;
}

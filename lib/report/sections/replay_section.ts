import { evidenceOf } from "../evidence/evidence.ts";
import type { BudgetReplay, Evaluation } from "../../measure/evaluation.ts";
import type { Section } from "../document.ts";
import {
  alarmTimeText,
  alarmWord,
  budgetText,
  type Caught,
  caughtOf,
  delayText,
  FEWER,
  ON_ALREADY,
} from "../replay_words.ts";
import type { ReportView } from "../report_view.ts";
import { countText, listText } from "../words.ts";
import { budgetsTable, rateText } from "./budgets_table.ts";
import { replayTable } from "./replay_table.ts";

/** Why a run at another budget may count otherwise. */
const MOVED = "Scores, and the levels that moved, are those of this run: at " +
  "another budget other metrics may be judged anew, and a run at it may count " +
  "otherwise.";

/** What was missed is named up to this many. */
const MOST_NAMED = 6;

/** What a delay of an incident counts from. */
export const DEVIATION =
  "the first step at which a signal that passed its own " +
  "threshold was outside its band, or the incident's start where none was " +
  "before it; what smoothing takes is in it";

/**
 * Answers "would we have caught it?": what each alarm budget would have caught,
 * how late, and what it would have cost.
 *
 * @param view The report's view.
 * @returns One section, or none where there was nothing to catch: no incident, or
 *   no event among the labels.
 */
export function replaySections(view: ReportView): Section[] {
  const { replay } = view.input.evaluation;
  if (!replay.some((budget) => caughtOf(budget).of > 0)) return [];
  return [{
    id: "replay",
    title: "Would we have caught it?",
    level: 2,
    evidence: evidenceOf(view.input, { basis: "labels" }),
    blocks: [
      { kind: "list", items: replay.map((one) => spokenText(view, one)) },
      replayTable(view),
      budgetsTable(view),
      { kind: "paragraph", text: limitsText(view.input.evaluation) },
    ],
  }];
}

/** The tables in one sentence a budget. */
function spokenText(view: ReportView, budget: BudgetReplay): string {
  const caught = caughtOf(budget);
  const { of, count } = caught;
  const things = countText(
    of,
    budget.events === null ? "incident" : "labelled event",
  );
  const what = count === of && of > 1
    ? `all ${things}`
    : count === of
    ? things
    : `${count} of ${things}`;
  const missed = missedOf(view, budget);
  const without = missed.length === 0
    ? ""
    : ` Not caught: ${listText(missed)}.`;
  return `${budgetText(budget)} ${
    budget.isRun ? "caught" : "would have caught"
  } ${what}${whenText(caught)}, ${costText(budget)}, ${
    alarmTimeText(budget)
  }.${without}`;
}

function whenText({ count, onAlready, medianMs }: Caught): string {
  const others = count - onAlready;
  const on = onAlready === 0
    ? ""
    : `, ${onAlready} ${count > 1 ? "of them " : ""}${ON_ALREADY}`;
  if (medianMs === null) return on;
  const which = others === 1
    ? onAlready > 0 ? "the other one " : ""
    : onAlready > 0
    ? "the middle one of the others "
    : "the middle one ";
  return `${on}, ${which}${lateText(medianMs)}`;
}

function lateText(ms: number): string {
  return ms === 0 ? "at once" : `after ${delayText(ms)}`;
}

function costText(budget: BudgetReplay): string {
  const { falseAlarms, falseAlarmsPerDay } = budget;
  const word = alarmWord(budget);
  return falseAlarms === 0
    ? `with no ${word}`
    : `with ${countText(falseAlarms, word)} (${
      rateText(falseAlarmsPerDay)
    } a day)`;
}

/** What a budget missed, by number, or by time where it has none. */
function missedOf(
  { incidents, input }: ReportView,
  budget: BudgetReplay,
): string[] {
  const labelled = input.evaluation.labels?.perEvent ?? [];
  const numberOf = (id: string | null) =>
    incidents.find(({ incident }) => incident.id === id)?.number;
  const ids = budget.events === null
    ? budget.incidents.map(({ id }) => id)
    : labelled.map(({ incident }) => incident);
  const delays = budget.events ?? budget.incidents;
  const numbers = ids
    .filter((_, i) => delays[i]?.delayMs === null)
    .map(numberOf);
  const known = numbers.flatMap((number) => number ?? []);
  const unknown = numbers.length - known.length;
  const named = known.slice(0, MOST_NAMED).map((number) => `#${number}`);
  const more = known.length - named.length;
  return [
    ...named,
    ...(more > 0 ? [`${more} more`] : []),
    ...(unknown > 0
      ? [
        countText(
          unknown,
          "event without an incident",
          "events without an incident",
        ),
      ]
      : []),
  ];
}

/**
 * Says what the delays of {@linkcode replayTable} count from, and how far to
 * trust it.
 *
 * @param evaluation The run's budgets, and its levels that moved.
 * @returns Sentences to stand below the tables.
 */
export function limitsText(
  { replay, changes }: Pick<Evaluation, "replay" | "changes">,
): string {
  const begins = replay.some(({ events }) => events !== null)
    ? "A delay by alarm budget counts from the start of the label; for an incident without one, " +
      `from its first deviation: ${DEVIATION}.`
    : `A delay by alarm budget counts from the first deviation: ${DEVIATION}. ` +
      "Nobody has labelled this time, so the incidents that this run " +
      "found count as real: its own budget misses none of them, and what is " +
      "behind the other alarms of a more frequent one is not known.";
  const isFewer = replay.some(({ falseAlarms }, i) =>
    falseAlarms < (replay[i - 1]?.falseAlarms ?? 0)
  );
  return [
    `${begins}${extrapolatedText(replay)}`,
    "Time in alarm is from each alarm's first to its last step.",
    ...(isFewer ? [FEWER] : []),
    ...(changes.length > 0 ? [MOVED] : []),
  ].join(" ");
}

/**
 * Says which budgets are rarer than the training data could show.
 *
 * @param replay The run's budgets.
 * @returns A sentence behind a space; `""` where there is none.
 */
export function extrapolatedText(replay: readonly BudgetReplay[]): string {
  const extrapolated = replay.filter(({ extrapolated }) => extrapolated)
    .map(({ budget }) => budget);
  return extrapolated.length === 0
    ? ""
    : ` The threshold of ${
      listText(extrapolated)
    } is extrapolated: such a budget is rarer than the normal time that was ` +
      "kept from training can show, and the real rate may differ.";
}

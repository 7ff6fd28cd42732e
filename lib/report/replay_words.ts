import { quantile } from "../detect/quantile.ts";
import type { Incident } from "../detect/incident.ts";
import { formatDuration } from "../frame/units.ts";
import type { BudgetReplay, ReplayedEvent } from "../measure/evaluation.ts";
import { countText, listText } from "./words.ts";

/** Of an alarm that is older than what it was to catch. */
export const ON_ALREADY = "on already";

/** Explains two of the words that stand for delays. */
export const DELAY_WORDS = "At once: at the very step. On already: an alarm " +
  "was on before that.";

/** How a larger budget, with its lower threshold, can have fewer alarms. */
export const FEWER =
  "Where a larger budget has fewer alarms, they last longer " +
  "and so run into one another or into an incident.";

/**
 * Writes how late an alarm would have been.
 *
 * @param delayMs Milliseconds from the beginning to the alarm; `null` for none.
 * @returns Such as `"2 min 30 s"`, `"at once"`, `"not caught"`.
 *
 * @example Usage
 * ```ts
 * import { delayText } from "@lib/report/replay_words.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(delayText(150_000), "2 min 30 s");
 * assert.equal(delayText(null), "not caught");
 * ```
 */
export function delayText(delayMs: number | null): string {
  if (delayMs === null) return "not caught";
  return delayMs === 0 ? "at once" : formatDuration(delayMs);
}

/**
 * Writes how late an alarm would have been, or that it was on already before there
 * was anything to be late for.
 *
 * @param delay The delay, as it was replayed; nothing where it was not.
 * @returns Such as `"2 min 30 s"`, `"at once"`, `"on already"`, `"not caught"`.
 */
export function replayedText(
  delay: Pick<ReplayedEvent, "delayMs" | "wasOn"> | undefined,
): string {
  return delay?.wasOn ? ON_ALREADY : delayText(delay?.delayMs ?? null);
}

/**
 * Names a budget as columns and rows do.
 *
 * @param replay The budget.
 * @returns Such as `"1/week"`, `"1/day (this run)"`.
 */
export function budgetText({ budget, isRun }: BudgetReplay): string {
  return isRun ? `${budget} (this run)` : budget;
}

/** What a budget caught of what there was to catch. */
export interface Caught {
  /** How many there were. */
  readonly of: number;
  /** How many were caught. */
  readonly count: number;
  /** Of those, how many by an alarm that was on already. */
  readonly onAlready: number;
  /** The middle delay of the others, in milliseconds; `null` where there are none. */
  readonly medianMs: number | null;
}

/**
 * Counts what a budget would have caught: of the labelled events where somebody
 * labelled the time, though there may be none, else of the run's incidents.
 *
 * @param replay The budget.
 * @returns Counts and the middle delay.
 */
export function caughtOf({ events, incidents }: BudgetReplay): Caught {
  const all = events ?? incidents;
  const caught = all.filter(({ delayMs }) => delayMs !== null);
  const delays = caught.filter(({ wasOn }) => !wasOn)
    .flatMap(({ delayMs }) => delayMs ?? []);
  return {
    of: all.length,
    count: caught.length,
    onAlready: caught.length - delays.length,
    medianMs: delays.length === 0 ? null : quantile(delays, 0.5),
  };
}

/**
 * Names an alarm about nothing that there was to catch.
 *
 * @param replay The budget.
 * @returns `"false alarm"` where the time is labelled; else `"other alarm"`, of
 *   which nobody knows what was behind it.
 */
export function alarmWord({ events }: Pick<BudgetReplay, "events">): string {
  return events === null ? "other alarm" : "false alarm";
}

/**
 * Tells of one incident when which budget would have caught it.
 *
 * @param incident Its id and start, and when signals left their own bands in it.
 * @param replay The run's budgets.
 * @returns Such as `"1/week would not have caught it; 1/day (this run) did after
 *   1 min; 4/day at once."`; `""` for an outage, which no budget decides about.
 */
export function replayText(
  { id, start, contributions }: Pick<
    Incident,
    "id" | "start" | "contributions"
  >,
  replay: readonly BudgetReplay[],
): string {
  const delays = replay.flatMap((budget) =>
    budget.incidents.filter((incident) => incident.id === id)
      .map((incident) => ({
        ...{ name: budgetText(budget), word: alarmWord(budget) },
        ...incident,
      }))
  );
  if (delays.length === 0) return "";
  const missed = delays.filter(({ delayMs }) => delayMs === null)
    .map(({ name }) => name);
  const caught = delays.filter(({ delayMs }) => delayMs !== null)
    .map(({ name, word, delayMs, wasOn, falseAlarmsBefore }) => {
      const late = wasOn
        ? "was on already"
        : delayMs === 0
        ? "at once"
        : `after ${delayText(delayMs)}`;
      return falseAlarmsBefore === 0
        ? `${name} ${late}`
        : `${name} ${late} (${countText(falseAlarmsBefore, word)} before)`;
    });
  return [
    ...(missed.length > 0
      ? [`Would not have caught it: an alarm budget of ${listText(missed)}.`]
      : []),
    ...(caught.length > 0
      ? [
        `Would have alarmed, counted from ${
          fromText({ start, contributions })
        }: ${listText(caught)}.`,
      ]
      : []),
    ...(delays.some(({ falseAlarmsBefore }, i) =>
        falseAlarmsBefore < (delays[i - 1]?.falseAlarmsBefore ?? 0)
      )
      ? [FEWER]
      : []),
  ].join(" ");
}

/** What delays of an incident count from. */
function fromText(
  { start, contributions }: Pick<Incident, "start" | "contributions">,
): string {
  const causes = contributions.filter(({ isCause }) => isCause);
  if (causes.length === 0) return "its start, as no signal left its own band";
  const isLater = causes.every(({ onset }) =>
    onset !== null && Date.parse(onset) > Date.parse(start)
  );
  return isLater
    ? "its start, as no signal left its own band before it"
    : "the first signal outside its band";
}

/**
 * Writes in one line what each alarm budget would have caught.
 *
 * @param replay The run's budgets.
 * @returns Such as `"Would have caught: 1/week 5 of 16, 12 min in alarm; 4/day 16
 *   of 16 (2 on already) with 36 other alarms, 1 d 7 h in alarm"`; `""` where there
 *   was nothing to catch.
 */
export function replayLine(replay: readonly BudgetReplay[]): string {
  const texts = replay.flatMap((budget) => {
    const { count, of, onAlready } = caughtOf(budget);
    const on = onAlready === 0 ? "" : ` (${onAlready} ${ON_ALREADY})`;
    return of === 0 ? [] : [
      `${budgetText(budget)} ${count} of ${of}${on}${othersText(budget)}, ${
        alarmTimeText(budget)
      }`,
    ];
  });
  return texts.length === 0 ? "" : `Would have caught: ${texts.join("; ")}`;
}

/**
 * Writes how long a budget's alarms lasted.
 *
 * @param replay The budget.
 * @returns Such as `"1 d 7 h in alarm"`.
 */
export function alarmTimeText(
  { alarmMs }: Pick<BudgetReplay, "alarmMs">,
): string {
  return alarmMs === 0
    ? "never in alarm"
    : `${formatDuration(alarmMs)} in alarm`;
}

function othersText(budget: BudgetReplay): string {
  const { falseAlarms } = budget;
  return falseAlarms === 0
    ? ""
    : ` with ${countText(falseAlarms, alarmWord(budget))}`;
}

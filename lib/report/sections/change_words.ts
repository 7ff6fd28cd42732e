import type { Incident, MovedFeature } from "../../detect/incident.ts";
import { formatLocalTime } from "../../frame/local_time.ts";
import { formatQuantity, formatTime } from "../../frame/units.ts";
import type { LevelMove } from "../../measure/level_move.ts";
import type { ReportView } from "../report_view.ts";
import { withTrends } from "../warnings/with_trends.ts";
import { listText, nameText } from "../words.ts";

/** Features that a sentence names. */
const MOST_NAMED = 3;

/** Changes on a terminal. */
const MOST_LINES = 10;

/** Digits at most that make two levels look different. */
const MOST_DIGITS = 6;

/** How a change is told. */
export interface ChangeTextOptions {
  /** Milliseconds from one step to the next, which decides whether seconds are shown. */
  readonly intervalMs: number;
  /** The zone whose local time stands beside UTC; `null` for none. */
  readonly timeZone: string | null;
}

/**
 * Writes where a feature moved from and to, in its unit, with as many digits as
 * tell them apart.
 *
 * @param moved The feature.
 * @returns The two levels.
 *
 * @example Usage
 * ```ts
 * import { levelTexts } from "@lib/report/sections/change_words.ts";
 * import assert from "node:assert/strict";
 *
 * const moved = { from: 3.1 * 2 ** 30, to: 1.2 * 2 ** 30, unit: "bytes" };
 * assert.deepEqual(levelTexts(moved), ["3.10 GiB", "1.20 GiB"]);
 * ```
 */
export function levelTexts(
  { from, to, unit }: Pick<MovedFeature, "from" | "to" | "unit">,
): [from: string, to: string] {
  for (let digits = 3;; digits++) {
    const before = formatQuantity(from, unit, { digits });
    const after = formatQuantity(to, unit, { digits });
    if (before !== after || digits === MOST_DIGITS) return [before, after];
  }
}

/**
 * Tells in a clause that a feature moved and stayed.
 *
 * @param moved The feature; `until` where it moved on later.
 * @param options How times are written.
 * @returns Such as `"sys-mem-cache moved from 3.10 GiB to 1.20 GiB at 2026-03-01 04:10 UTC and stayed"`.
 */
export function changeText(
  moved: ToldMove,
  options: ChangeTextOptions,
): string {
  const [from, to] = levelTexts(moved);
  const { until = null } = moved;
  if (moved.goesOn) {
    return `${nameText(moved.feature)} has gone from ${from} to ${to} since ${
      timeText(moved.since, options)
    }, and its trend goes on: no level is known at which it stays`;
  }
  const stayed = until === null
    ? "and stayed"
    : `and stayed until ${timeText(until, options)}`;
  return `${nameText(moved.feature)} moved from ${from} to ${to} at ${
    timeText(moved.since, options)
  } ${stayed}`;
}

/**
 * Tells what an incident changed for good.
 *
 * @param moved The features that moved in it.
 * @param options How times are written.
 * @returns Two sentences; `""` where nothing stayed changed.
 */
export function incidentChangeText(
  moved: readonly ToldMove[],
  options: ChangeTextOptions,
): string {
  if (moved.length === 0) return "";
  const named = moved.slice(0, MOST_NAMED)
    .map((one) => changeText(one, options));
  const more = moved.length - named.length;
  const all = listText([...named, ...more > 0 ? [`${more} more did`] : []]);
  const [is, level] = moved.some(({ goesOn }) => goesOn)
    ? [moved.length === 1 ? "it is" : "they are", "what was measured last"]
    : moved.length === 1
    ? ["it is", "the new level"]
    : ["they are", "the new levels"];
  return `A change: ${all}. From where ${is} judged against ${level}, this is no alarm any more.`;
}

/**
 * Writes the changes that made an alarm and stayed as lines for a terminal.
 *
 * @param changes All changes of a run.
 * @param options How times are written.
 * @returns One line a change, of very many the first ones.
 */
export function changeLines(
  changes: readonly LevelMove[],
  options: ChangeTextOptions,
): string[] {
  const told = changes.filter(({ incident }) => incident !== null);
  const lines = told.slice(0, MOST_LINES)
    .map((move) => `Change: ${changeText(move, options)}`);
  const more = told.length - lines.length;
  return more === 0 ? lines : [
    ...lines,
    `Change: ${more} more ${more === 1 ? "is" : "are"} in evaluation.json`,
  ];
}

/**
 * Gives the features that moved for good in an incident.
 *
 * @param view The report's view.
 * @param incident The incident.
 * @returns Those features, with what became of them.
 */
export function movesOf(
  { input: { evaluation } }: ReportView,
  { id, earlyWarnings }: Pick<Incident, "id" | "earlyWarnings">,
): LevelMove[] {
  return withTrends(
    evaluation.changes.filter(({ incident }) => incident === id),
    [...earlyWarnings, ...evaluation.earlyWarnings],
  );
}

/** A feature that moved; `until` where it is known that it moved on. */
export type ToldMove =
  & MovedFeature
  & Partial<Pick<LevelMove, "until">>;

function timeText(
  time: string,
  { intervalMs, timeZone }: ChangeTextOptions,
): string {
  const ms = Date.parse(time);
  const local = timeZone === null ? "" : ` (${formatLocalTime(ms, timeZone)})`;
  return `${formatTime(ms, { intervalMs })}${local}`;
}

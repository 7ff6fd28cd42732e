import {
  type AlarmBudget,
  parseAlarmBudget,
} from "../../detect/alarm_budget.ts";
import type { LabelledSpan } from "../../frame/labelled_span.ts";
import type { BudgetReplay, LabelledEvent } from "../../measure/evaluation.ts";
import { replay } from "../../measure/replay.ts";
import type { Detector } from "../store/detector.ts";
import { alarmRule, type AlarmTimes } from "./alarm_rule.ts";
import { type ScoredTable, thresholdFor } from "./score_table.ts";

/**
 * What people choose between: a page that nobody may ignore, one a day for who
 * is on call, a queue that is worked off, and a screen that is watched.
 */
const BUDGETS = ["1/week", "1/day", "4/day", "24/day"];

/** What a replay needs besides the scored table. */
export interface ReplayContext {
  /** The detector that scored. */
  readonly detector: AlarmTimes & Pick<Detector, "calibrationScore">;
  /** The budget in force. */
  readonly budget: AlarmBudget;
  /** The labelled events of the scored time; `null` without labels. */
  readonly events: readonly LabelledEvent[] | null;
  /** Spans in which an alarm is not a false one, such as maintenance. */
  readonly excused: readonly LabelledSpan[];
  /** Days with a score, without those spans; may be 0. */
  readonly days: number;
}

/**
 * Replays a run at several alarm budgets, its own among them: the scores stay,
 * and each budget's threshold follows from the detector's calibration scores.
 *
 * @param scored The scored table.
 * @param context Detector, budget, labelled events.
 * @returns One entry a budget, from the rarest to the most frequent.
 */
export function replayOf(
  { score, table, incidents, moves, threshold }: Pick<
    ScoredTable,
    "score" | "table" | "incidents" | "moves" | "threshold"
  >,
  { detector, budget, events, excused, days }: ReplayContext,
): BudgetReplay[] {
  const spans = events?.map(({ start, end }) => (
    { startMs: Date.parse(start), endMs: Date.parse(end) }
  )) ?? null;
  const others = BUDGETS.map(parseAlarmBudget)
    .filter(({ perDay }) => perDay !== budget.perDay);
  return [...others, budget]
    .sort((a, b) => a.perDay - b.perDay)
    .map(({ text, perDay }) => {
      const fitted = thresholdFor(detector, perDay);
      const rule = alarmRule(detector);
      const replayed = replay(
        { score, ...rule, moves, incidents, events: spans, excused, ...table },
        // Scores are in multiples of the run's threshold.
        fitted.value / threshold.value,
      );
      return {
        budget: text,
        perDay,
        isRun: perDay === budget.perDay,
        threshold: fitted.value,
        extrapolated: fitted.extrapolated,
        calibrationPerDay: fitted.alarmsPerDay,
        ...replayed,
        falseAlarmsPerDay: days > 0 ? replayed.falseAlarms / days : 0,
      };
    });
}

import type { Machine } from "./machine.ts";
import type { Judgement } from "./recipe.ts";
import { alarmRuns } from "../detect/alarm_runs.ts";
import { DAY_MS } from "../frame/day_ms.ts";
import type { StepRange } from "../frame/metric_table.ts";
import { SERVER_UP } from "../frame/schema.ts";
import { averagePrecision } from "../measure/average_precision.ts";
import { causeQuality } from "../measure/cause_quality.ts";
import { againstBudget } from "../measure/against_budget.ts";
import { type EventQuality, eventQuality } from "../measure/event_quality.ts";
import { labelRuns } from "../measure/label_runs.ts";
import { vusPr } from "../measure/vus_pr.ts";

/** How well a machine's test time was judged; `null` where there is nothing to judge. */
export interface Quality {
  /** Volume under the precision–recall surface, of the score. */
  readonly vusPr: number | null;
  /** Average precision over points, of the score. */
  readonly aucPr: number | null;
  /** Share of labelled events that an alarm touches, at the default threshold. */
  readonly eventRecall: number | null;
  /** Runs of alarms that touch no event, a day, at the default threshold. */
  readonly falseAlarmsPerDay: number | null;
  /** Steps from an event's start to its alarm, the median over the events found. */
  readonly medianDelaySteps: number | null;
  /** HitRate@100 of the metrics blamed. */
  readonly hitRate100: number | null;
  /** HitRate@150 of the metrics blamed. */
  readonly hitRate150: number | null;
  /** Share of incidents whose first-ranked metric is a named cause. */
  readonly top1: number | null;
  /**
   * Runs of alarms that touch no event, a day of test time without a label, at a
   * budget of 1 a day.
   */
  readonly quietAlarmsPerDay: number | null;
  /** Share of the runs in which 95 % of such times at that rate hold as many. */
  readonly insideBudget: number | null;
  /** Share of the runs in which they hold fewer. */
  readonly aboveBudget: number | null;
  /** Seconds that learning and scoring took. */
  readonly seconds: number | null;
}

/** What alarms at a budget find. */
export interface BudgetQuality {
  /** Share of labelled events that an alarm touches. */
  readonly eventRecall: number | null;
  /** Runs of alarms that touch no event, a day. */
  readonly falseAlarmsPerDay: number | null;
}

/** One run of a recipe on a machine. */
export interface Judged {
  /** At the recipe's own threshold. */
  readonly quality: Quality;
  /** At each budget. */
  readonly atBudget: Readonly<Record<BudgetName, BudgetQuality>>;
}

/** The budgets at which every recipe is measured, alarms a day. */
export const BUDGETS = { "1/week": 1 / 7, "1/day": 1, "2/day": 2 } as const;

/** A budget by its text. */
export type BudgetName = keyof typeof BUDGETS;

/**
 * Measures what a recipe makes of a machine.
 *
 * @param machine The machine, with labels and causes.
 * @param judgement What the recipe makes of it.
 * @param options How long that took.
 * @returns All measures.
 */
export function qualityOf(
  machine: Machine,
  judgement: Judgement,
  { seconds }: { readonly seconds: number },
): Judged {
  const { score, threshold, minSteps = 1 } = judgement;
  const { period, incidents, events, outages, maintenance } = machine;
  const isIn = (_: number, t: number) => maintenance[t] === 0;
  const judgedScore = Float64Array.from(score).filter(isIn);
  const label = machine.label.filter(isIn);
  const isLabelled = events.length > 0;
  const eventsAt = (level: number) => {
    const alarms = alarmRuns(Float32Array.from(score), {
      threshold: Math.fround(level),
      mergeGapSteps: judgement.mergeGapSteps,
      minSteps,
    });
    return eventQuality({
      ...machine,
      minSteps,
      alarms,
      maintenance: labelRuns(maintenance),
    });
  };
  // Nobody could read the server: that is no recipe's finding, and no puzzle.
  const ranked = (range: StepRange) =>
    outages.some(({ start, end }) => start < range.end && range.start < end)
      ? [SERVER_UP, ...judgement.rank(range)]
      : judgement.rank(range);
  const atBudget = (perDay: number): BudgetQuality => {
    const { eventRecall, falseAlarmsPerDay } = eventsAt(
      judgement.thresholdAt(perDay),
    );
    return { eventRecall, falseAlarmsPerDay };
  };
  return {
    quality: {
      vusPr: isLabelled
        ? vusPr(judgedScore, { label, maxBuffer: period })
        : null,
      aucPr: isLabelled ? averagePrecision(judgedScore, label) : null,
      ...eventsAt(threshold),
      ...causeQuality((incidents ?? []).map(({ range, causes }) => ({
        ranked: ranked(range),
        causes,
      }))),
      ...atOneADay(machine, eventsAt(judgement.thresholdAt(1))),
      seconds,
    },
    atBudget: {
      "1/week": atBudget(BUDGETS["1/week"]),
      "1/day": atBudget(BUDGETS["1/day"]),
      "2/day": atBudget(BUDGETS["2/day"]),
    },
  };
}

/** Compares with the budget what time without a label saw of it. */
function atOneADay(
  { label, maintenance, test, days }: Machine,
  { falseAlarmsPerDay }: Pick<EventQuality, "falseAlarmsPerDay">,
): Pick<Quality, "quietAlarmsPerDay" | "insideBudget" | "aboveBudget"> {
  const isQuiet = (one: number, t: number) => one + maintenance[t]! === 0;
  const quietDays = label.filter(isQuiet).length * test.intervalMs / DAY_MS;
  if (quietDays === 0) {
    return { quietAlarmsPerDay: null, insideBudget: null, aboveBudget: null };
  }
  const alarms = Math.round(falseAlarmsPerDay * days);
  const { standing } = againstBudget(alarms, quietDays);
  return {
    quietAlarmsPerDay: alarms / quietDays,
    insideBudget: standing === "within" ? 1 : 0,
    aboveBudget: standing === "above" ? 1 : 0,
  };
}

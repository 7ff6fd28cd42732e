import { DAY_MS } from "../../frame/day_ms.ts";
import type { AlarmBudget } from "../../detect/alarm_budget.ts";
import type { EarlyWarning } from "../../detect/trend/early_warning.ts";
import { isoTime } from "../../frame/iso_time.ts";
import { stepTime } from "../../frame/metric_table.ts";
import { type LabelledSpan, markOf } from "../../frame/labelled_span.ts";
import { stepsIn } from "../../frame/steps_in.ts";
import { againstLabels } from "../../measure/against_labels.ts";
import { againstBudget } from "../../measure/against_budget.ts";
import type { Evaluation, FeatureThreshold } from "../../measure/evaluation.ts";
import { historyOf } from "../../measure/history.ts";
import type { MovedConstant } from "../../measure/moved_constants.ts";
import { outsideTraining } from "../../measure/outside_training.ts";
import type { Detector } from "../store/detector.ts";
import { alarmRule } from "./alarm_rule.ts";
import { budgetWarning } from "./budget_warning.ts";
import { learnedMs } from "../../report/learned_ms.ts";
import { levelMoves } from "./level_moves.ts";
import { replayOf } from "./replay_of.ts";
import type { ScoredTable } from "./score_table.ts";
import { scoredTime } from "./scored_time.ts";

/** What an evaluation needs besides the scored table. */
export interface EvaluationContext {
  /** The detector that scored. */
  readonly detector: Detector;
  /** The budget in force. */
  readonly budget: AlarmBudget;
  /** Labelled spans, or `null`. */
  readonly labels: readonly LabelledSpan[] | null;
  /** What was constant in training and then moved. */
  readonly movedConstants: readonly MovedConstant[];
  /** What was about to run out at the end. */
  readonly earlyWarnings: readonly EarlyWarning[];
}

/**
 * Sums a scored table up: thresholds, rates and, with labels, quality.
 *
 * @param scored The scored table.
 * @param context Detector, budget, labels.
 * @returns Contents of `evaluation.json`.
 */
export function evaluationOf(
  scored: ScoredTable,
  context: EvaluationContext,
): Evaluation {
  const { detector, budget, labels, movedConstants, earlyWarnings } = context;
  const { incidents, score, threshold, table } = scored;
  const time = scoredTime(scored);
  const anomalies = incidents.filter(({ kind }) => kind === "anomaly").length;
  const alarms = score.reduce((n, s) => n + (s >= 1 ? 1 : 0), 0);
  const quality = labels && againstLabels({
    incidents,
    labels,
    startMs: table.startMs,
    endMs: stepTime(table, table.steps - 1),
    intervalMs: table.intervalMs,
    knownAfterMs: (alarmRule(detector).minSteps - 1) * table.intervalMs,
    days: (time.steps - maintained(scored, labels)) * table.intervalMs / DAY_MS,
  });
  return {
    host: table.host,
    span: { start: isoTime(time.startMs), end: isoTime(time.endMs) },
    scoredSteps: time.steps,
    budget: { ...budget, warning: budgetWarning(threshold, budget.text) },
    history: historyOf({
      learnedMs: learnedMs(detector.training, detector.intervalMs),
      calibrationMs: detector.training.parts.calibration * detector.intervalMs,
    }),
    thresholds: {
      score: threshold.value,
      days: threshold.days,
      extrapolated: threshold.extrapolated,
      interval: threshold.interval,
      features: detector.features.map((_, f) =>
        featureThreshold(scored, detector, f)
      ),
    },
    rates: {
      incidents: anomalies,
      outages: incidents.length - anomalies,
      incidentsPerDay: anomalies / time.days,
      alarmShare: alarms / time.steps,
      calibrationPerDay: threshold.alarmsPerDay,
      expectedPerDay: threshold.expectedPerDay,
      ...againstBudget(anomalies, time.days * budget.perDay),
    },
    changes: levelMoves(scored),
    outsideTraining: outsideTraining(table, detector.training.ranges),
    movedConstants,
    earlyWarnings,
    labels: quality,
    replay: replayOf(scored, {
      detector,
      budget,
      events: quality && quality.perEvent,
      excused: labels?.filter((label) => markOf(label) === "maintenance") ?? [],
      days: quality?.days ?? time.days,
    }),
  };
}

/** Scored steps under maintenance, each once. */
function maintained(
  { table, score }: ScoredTable,
  labels: readonly LabelledSpan[],
): number {
  const isIn = new Uint8Array(table.steps);
  for (const span of labels) {
    if (markOf(span) !== "maintenance") continue;
    const { start, end } = stepsIn(table, span);
    isIn.fill(1, start, end);
  }
  return score.reduce((n, s, t) => n + (Number.isFinite(s) ? isIn[t]! : 0), 0);
}

function featureThreshold(
  { errors, score }: ScoredTable,
  { features }: Detector,
  f: number,
): FeatureThreshold {
  const { name, unit, threshold, range } = features[f]!;
  let passed = 0;
  let scored = 0;
  for (let t = 0; t < score.length; t++) {
    if (Number.isFinite(score[t]!)) scored++;
    if (errors[t * features.length + f]! > 1) passed++;
  }
  return {
    feature: name,
    unit,
    distance: threshold * range,
    passedSteps: passed,
    passedShare: passed / scored,
  };
}

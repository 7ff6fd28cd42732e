import type { History } from "./history.ts";
import type { LevelMove } from "./level_move.ts";
import type { MovedConstant } from "./moved_constants.ts";
import type { OutsideTraining } from "./outside_training.ts";
import type { EarlyWarning } from "../detect/trend/early_warning.ts";
import type { Mark } from "../frame/labelled_span.ts";

/** Contents of `evaluation.json`. */
export interface Evaluation {
  /** The host's name. */
  readonly host: string;
  /** First and last scored step, ISO 8601 UTC. */
  readonly span: { readonly start: string; readonly end: string };
  /** Steps with a score. */
  readonly scoredSteps: number;
  /** How much the model learned from, and how far that can be trusted. */
  readonly history: History;
  /** The alarm budget that the threshold was fitted to. */
  readonly budget: {
    /** As the user wrote it, such as `"1/day"`. */
    readonly text: string;
    /** Alarms a day. */
    readonly perDay: number;
    /** A sentence where the history is too short for it; else `null`. */
    readonly warning: string | null;
  };
  /** Thresholds in the detector's own units; a score is divided by the first. */
  readonly thresholds: {
    /** Smoothed mean normalised error at which the score is 1. */
    readonly score: number;
    /** Days of normal time with a score that it was fitted on. */
    readonly days: number;
    /** Whether they were too few to hold the budget even once. */
    readonly extrapolated: boolean;
    /**
     * Where it is extrapolated, between what the threshold of the budget lies by
     * 95 %, in the unit of `score`; else `null`.
     */
    readonly interval: readonly [low: number, high: number] | null;
    /** Each feature's own threshold: distance from the expected value, in its unit. */
    readonly features: readonly FeatureThreshold[];
  };
  /** What was seen. */
  readonly rates: {
    /** Incidents of kind `"anomaly"`. */
    readonly incidents: number;
    /** Incidents of kind `"outage"`. */
    readonly outages: number;
    /** Anomaly incidents a day of scored time. */
    readonly incidentsPerDay: number;
    /** Share of scored steps with a score of 1 or more. */
    readonly alarmShare: number;
    /**
     * Alarms a day on the calibration part at this threshold, merged as incidents
     * are; 0 where it is extrapolated.
     */
    readonly calibrationPerDay: number;
    /**
     * Alarms a day to be expected in such time: the same, or where the threshold is
     * extrapolated, what the tail of the scores says.
     */
    readonly expectedPerDay: number;
    /**
     * Fewest and most incidents in the scored time at the budget's rate: the
     * central 95 % of a Poisson distribution.
     */
    readonly allowed: readonly [fewest: number, most: number];
    /** Where `incidents` stands to them. */
    readonly standing: "below" | "within" | "above";
  };
  /**
   * Features that moved to another level and are judged against it from then on,
   * in order of time.
   */
  readonly changes: readonly LevelMove[];
  /** Features with values that the model never saw, by falling share of time. */
  readonly outsideTraining: readonly OutsideTraining[];
  /** Metrics that were constant in training and then moved, the longest first. */
  readonly movedConstants: readonly MovedConstant[];
  /** What was about to run out at the end of the data, the soonest first. */
  readonly earlyWarnings: readonly EarlyWarning[];
  /** Against labels; `null` where there are none. */
  readonly labels: LabelledQuality | null;
  /** What other alarm budgets would have caught, from the rarest to the most frequent. */
  readonly replay: readonly BudgetReplay[];
}

/** What an alarm budget would have caught, how late, and at what cost. */
export interface BudgetReplay {
  /** The budget, such as `"1/week"`. */
  readonly budget: string;
  /** The same in alarms a day. */
  readonly perDay: number;
  /** Whether it is the budget of this run. */
  readonly isRun: boolean;
  /** Its threshold, in the unit of `thresholds.score`. */
  readonly threshold: number;
  /** Whether normal time was too short to hold the budget even once. */
  readonly extrapolated: boolean;
  /**
   * Alarms a day on the calibration part at its threshold, as in `rates`: each of
   * them is a false one; 0 where the threshold is extrapolated.
   */
  readonly calibrationPerDay: number;
  /** One row an anomaly of this run. */
  readonly incidents: readonly ReplayedIncident[];
  /** One row a labelled event of the scored time; `null` without labels. */
  readonly events: readonly ReplayedEvent[] | null;
  /**
   * Alarms that touch no labelled event; without labels, those that touch no
   * incident of this run.
   */
  readonly falseAlarms: number;
  /** The same a day of scored time. */
  readonly falseAlarmsPerDay: number;
  /** How long all its alarms lasted, each from its first to its last step, in milliseconds. */
  readonly alarmMs: number;
}

/** When a budget would have caught an incident. */
export interface ReplayedIncident {
  /** The incident's id. */
  readonly id: string;
  /** Milliseconds from the first deviation to the alarm; `null` if not caught. */
  readonly delayMs: number | null;
  /** Whether an alarm was on already before it, so that nothing is known of a delay. @default {false} */
  readonly wasOn?: true;
  /** The budget's false alarms that began before the first deviation. */
  readonly falseAlarmsBefore: number;
}

/** When a budget would have caught a labelled event. */
export interface ReplayedEvent {
  /** ISO 8601 UTC. */
  readonly start: string;
  /** ISO 8601 UTC, included. */
  readonly end: string;
  /** Milliseconds from its start to the alarm, at least 0; `null` if not caught. */
  readonly delayMs: number | null;
  /** Whether an alarm was on already before its start. @default {false} */
  readonly wasOn?: true;
}

/** A feature's own threshold and how often it was passed. */
export interface FeatureThreshold {
  /** The feature's name. */
  readonly feature: string;
  /** Its unit. */
  readonly unit: string;
  /** Allowed distance between actual and expected. */
  readonly distance: number;
  /** Scored steps beyond it. */
  readonly passedSteps: number;
  /** Their share of the scored steps. */
  readonly passedShare: number;
}

/** Quality against labelled incidents. */
export interface LabelledQuality {
  /** Incidents that a person marked true, or did not mark otherwise, in the scored span. */
  readonly events: number;
  /** Of them, how many an incident touched. */
  readonly eventsFound: number;
  /** `eventsFound / events`; `null` where there was none. */
  readonly eventRecall: number | null;
  /** Anomalies that touch no event and no maintenance; an outage is a fact. */
  readonly falseAlarms: number;
  /** False alarms a day of `days`. */
  readonly falseAlarmsPerDay: number;
  /** Days of scored time without maintenance. */
  readonly days: number;
  /** Time that a person marked false: no incident. */
  readonly markedFalse: {
    /** Spans in the scored time. */
    readonly spans: number;
    /** Of them, how many a false alarm touches. */
    readonly alarmed: number;
  };
  /** Time that a person marked as maintenance. */
  readonly maintenance: {
    /** Spans in the scored time. */
    readonly spans: number;
    /** Anomalies that touch one and no event: neither found nor false. */
    readonly incidents: number;
  };
  /** Events with named causes whose found incident ranks a named one first. */
  readonly topCauseRight: number;
  /** Found events with named causes: what `topCauseRight` is out of. */
  readonly topCauseOf: number;
  /** The sets that clear alarms, against named causes. */
  readonly counterfactuals: CounterfactualQuality;
  /** One row a labelled event. */
  readonly perEvent: readonly LabelledEvent[];
  /** One row an incident that a label of any mark touches. */
  readonly perIncident: readonly LabelledIncident[];
}

/** How often the set that clears an alarm holds a named cause. */
export interface CounterfactualQuality {
  /** Found events with named causes whose incident some set clears. */
  readonly of: number;
  /** Of them, those whose set holds at least one of the named causes. */
  readonly withCause: number;
  /** How many of them sets of the same sizes, drawn at random, would hold on average. */
  readonly byChance: number;
}

/** What the label says that shares most time with an incident. */
export interface LabelledIncident {
  /** The incident's id. */
  readonly incident: string;
  /** What the labeller says of that time. */
  readonly mark: Mark;
  /** The labeller's words. */
  readonly note: string;
}

/** One labelled event and what was found of it. */
export interface LabelledEvent {
  /** ISO 8601 UTC. */
  readonly start: string;
  /** ISO 8601 UTC, included. */
  readonly end: string;
  /** The labeller's words. */
  readonly note: string;
  /** Causes that the labeller named. */
  readonly features: readonly string[];
  /** The id of the incident that found it, or `null`. */
  readonly incident: string | null;
  /**
   * Seconds from its start to where the incident was known, at least 0: its first
   * step, or where it had lasted the minimum duration; `null` if missed.
   */
  readonly delaySeconds: number | null;
  /** The incident's first-ranked contribution, or `null`. */
  readonly topFeature: string | null;
}

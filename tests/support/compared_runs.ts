import { parseAlarmBudget } from "@lib/detect/alarm_budget.ts";
import type { Incident } from "@lib/detect/incident.ts";
import type {
  LabelledEvent,
  LabelledQuality,
} from "@lib/measure/evaluation.ts";
import type { ComparedRun } from "@lib/pipeline/compare/compare_runs.ts";
import { SAMPLE_DETECTOR } from "./sample_detector.ts";
import { sampleReportInput } from "./sample_report_input.ts";

const INPUT = sampleReportInput({ steps: 60 });
/**
 * Gives a minute of 2026-03-01 as ISO 8601 UTC.
 *
 * @param minute Minutes since midnight.
 * @returns The instant.
 */
export const at = (minute: number): string =>
  new Date(Date.UTC(2026, 2, 1, 0, minute)).toISOString().replace(".000", "");

/** An incident from a minute to a minute, with its first signal, and its group. */
export type Spot = readonly [
  start: number,
  end: number,
  signal?: string,
  group?: string,
];

/**
 * Makes an anomaly.
 *
 * @param spot When, and by which signal.
 * @returns An incident `web-START`, the worse the later it ends.
 */
export function incident(
  [start, end, signal = "cpu-user", group]: Spot,
): Incident {
  const sample = INPUT.incidents[0]!;
  return {
    ...sample,
    ...{ id: `web-${start}`, start: at(start), end: at(end), peakScore: end },
    contributions: [{
      ...sample.contributions[0]!,
      ...{ feature: signal, group: group ?? null },
    }],
  };
}

/** What {@linkcode run} makes. */
export interface RunOptions {
  /** The version. */
  readonly version: string;
  /** What it found. @default {[]} */
  readonly spots?: readonly Spot[];
  /** How it did against labels. */
  readonly labels?: LabelledQuality;
  /** Incidents a day. @default {0.5} */
  readonly perDay?: number;
  /** What weakens it. @default {[]} */
  readonly warnings?: readonly string[];
  /** How long alarms last at least. @default {60000} */
  readonly minDurationMs?: number;
  /** First and last scored minute. @default {[0, 1439]} */
  readonly scored?: readonly [start: number, end: number];
}

/**
 * Makes a run of a version over a day.
 *
 * @param options What it found.
 * @returns The run.
 */
export function run(options: RunOptions): ComparedRun {
  const { version, spots = [], labels, perDay = 0.5, warnings = [] } = options;
  const { minDurationMs = 60_000, scored: [first, last] = [0, 1439] } = options;
  const { evaluation } = INPUT;
  return {
    scored: {
      incidents: spots.map(incident),
      score: Float32Array.from(
        { length: 1440 },
        (_, t) => t < first || t > last ? NaN : 0,
      ),
      table: { startMs: Date.parse(at(0)), intervalMs: 60_000 },
    },
    model: { detector: { ...SAMPLE_DETECTOR, version, minDurationMs } },
    warnings,
    evaluation: {
      ...evaluation,
      span: { start: at(first), end: at(last) },
      budget: { ...parseAlarmBudget("1/day"), warning: null },
      rates: { ...evaluation.rates, incidentsPerDay: perDay },
      labels: labels ?? null,
    },
  };
}

/**
 * Makes a labelled event of ten minutes.
 *
 * @param start Its first minute.
 * @param sighting The incident that found it, or `null`, and seconds until it
 *   was known.
 * @returns The event as measured.
 */
export function event(
  start: number,
  { found, delay = 0 }: {
    readonly found: LabelledEvent["incident"];
    readonly delay?: number;
  },
): LabelledEvent {
  return {
    ...{ start: at(start), end: at(start + 10), note: "disk full" },
    features: [],
    incident: found,
    delaySeconds: found === null ? null : delay,
    topFeature: found === null ? null : "disk-io-time",
  };
}

/**
 * Measures events over two days.
 *
 * @param perEvent The events.
 * @param falseAlarms How many false alarms there were.
 * @returns Quality against labels.
 */
export function quality(
  perEvent: readonly LabelledEvent[],
  falseAlarms: number,
): LabelledQuality {
  return {
    ...{ events: perEvent.length, eventRecall: null, perEvent, falseAlarms },
    eventsFound: perEvent.filter((one) => one.incident !== null).length,
    ...{ falseAlarmsPerDay: falseAlarms / 2, days: 2, perIncident: [] },
    markedFalse: { spans: 0, alarmed: 0 },
    maintenance: { spans: 0, incidents: 0 },
    ...{ topCauseRight: 0, topCauseOf: 0 },
    counterfactuals: { of: 0, withCause: 0, byChance: 0 },
  };
}

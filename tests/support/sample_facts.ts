import type { Incident } from "@lib/detect/incident.ts";
import { parseAlarmBudget } from "@lib/detect/alarm_budget.ts";
import type {
  BudgetReplay,
  Evaluation,
  LabelledEvent,
} from "@lib/measure/evaluation.ts";
import { againstBudget } from "@lib/measure/against_budget.ts";
import { historyOf } from "@lib/measure/history.ts";
import { replay } from "@lib/measure/replay.ts";
import type { RunRecord, TrainingFacts } from "@lib/report/report_input.ts";
import type { SampleFeature } from "./sample_series.ts";

interface ScoredSeries {
  readonly errors: Float32Array;
  readonly score: Float32Array;
  readonly features: readonly SampleFeature[];
  readonly startMs: number;
  readonly intervalMs: number;
  readonly steps: number;
}

/**
 * Counts what an evaluation of the sample would say.
 *
 * @param series The scored series.
 * @param incidents What was found in it.
 * @param options Whether to compare with labels that name each anomaly.
 * @returns The evaluation.
 */
export function sampleEvaluation(
  series: ScoredSeries,
  incidents: readonly Incident[],
  options: { readonly labels: "labelled" | "none" },
): Evaluation {
  const { errors, score, features, startMs, intervalMs, steps } = series;
  const scored = score.filter((value) => !Number.isNaN(value)).length;
  const firstScored = score.findIndex((value) => !Number.isNaN(value));
  const days = (scored * intervalMs) / 86_400_000;
  const anomalies = incidents.filter(({ kind }) => kind === "anomaly");
  const time = (step: number) => iso(startMs + step * intervalMs);
  return {
    host: "server-1",
    span: { start: time(Math.max(0, firstScored)), end: time(steps - 1) },
    scoredSteps: scored,
    history: historyOf({
      learnedMs: 2 * 86_400_000,
      calibrationMs: 402 * 60_000,
    }),
    changes: [],
    outsideTraining: [],
    movedConstants: [],
    budget: { text: "1/day", perDay: 1, warning: null },
    thresholds: {
      ...{ score: 0.87, days: 3.5, extrapolated: false, interval: null },
      features: features.map(({ name, unit, noise }, f) => {
        let passedSteps = 0;
        for (let t = 0; t < steps; t++) {
          if (errors[t * features.length + f]! >= 1) passedSteps++;
        }
        return {
          feature: name,
          unit,
          distance: noise * 4.5,
          passedSteps,
          passedShare: passedSteps / scored,
        };
      }),
    },
    rates: {
      incidents: anomalies.length,
      outages: incidents.length - anomalies.length,
      incidentsPerDay: anomalies.length / days,
      alarmShare: score.filter((value) => value >= 1).length / scored,
      calibrationPerDay: 0.8,
      expectedPerDay: 0.8,
      ...againstBudget(anomalies.length, days),
    },
    earlyWarnings: [],
    labels: options.labels === "none" ? null : quality(anomalies, days),
    replay: sampleReplay(series, incidents, options),
  };
}

/** Made-up thresholds: calibration scores are none of the sample. */
const TIMES = { "1/week": 2.5, "1/day": 1, "4/day": 0.6, "24/day": 0.35 };

function sampleReplay(
  { score, startMs, intervalMs, steps }: ScoredSeries,
  incidents: readonly Incident[],
  { labels }: { readonly labels: "labelled" | "none" },
): BudgetReplay[] {
  const anomalies = incidents.filter(({ kind }) => kind === "anomaly");
  const spans = quality(anomalies, 1)?.perEvent.map((event) => ({
    ...event,
    startMs: Date.parse(event.start),
    endMs: Date.parse(event.end),
  })) ?? [];
  return Object.entries(TIMES).map(([budget, times]) => {
    const { perDay } = parseAlarmBudget(budget);
    const replayed = replay({
      ...{ score, startMs, intervalMs, incidents, mergeGapSteps: 5 },
      events: labels === "none" ? null : spans,
    }, times);
    return {
      ...{ budget, perDay, isRun: times === 1, threshold: 0.87 * times },
      extrapolated: perDay < 1,
      calibrationPerDay: 0.8 * perDay,
      ...replayed,
      falseAlarmsPerDay: replayed.falseAlarms * 86_400_000 /
        (steps * intervalMs),
    };
  });
}

function quality(
  anomalies: readonly Incident[],
  days: number,
): Evaluation["labels"] {
  const found = anomalies.slice(0, -1).map((incident): LabelledEvent => ({
    start: iso(Date.parse(incident.start) - 60_000),
    end: incident.end,
    note: "stress-ng --hdd 2",
    features: ["disk-bytes-written", "cpu-user"],
    incident: incident.id,
    delaySeconds: 60,
    topFeature: incident.contributions[0]?.feature ?? null,
  }));
  const missed: LabelledEvent = {
    start: "2026-03-01T07:10:00Z",
    end: "2026-03-01T07:20:00Z",
    note: "a slow creep",
    features: [],
    incident: null,
    delaySeconds: null,
    topFeature: null,
  };
  const perEvent = [missed, ...found];
  return {
    events: perEvent.length,
    eventsFound: found.length,
    eventRecall: found.length / perEvent.length,
    falseAlarms: anomalies.length - found.length,
    falseAlarmsPerDay: (anomalies.length - found.length) / days,
    days,
    markedFalse: { spans: 0, alarmed: 0 },
    maintenance: { spans: 0, incidents: 0 },
    topCauseRight: Math.min(1, found.length),
    topCauseOf: found.length,
    counterfactuals: {
      of: Math.min(1, found.length),
      withCause: Math.min(1, found.length),
      byChance: Math.min(0.52, found.length),
    },
    perEvent,
    perIncident: found.flatMap(({ incident, note }) =>
      incident === null ? [] : [{ incident, mark: "true", note }]
    ),
  };
}

/**
 * Tells what the sample's model learned from.
 *
 * @param features The sample's features.
 * @returns The facts, with one warning.
 */
export function sampleTraining(
  features: readonly SampleFeature[],
): TrainingFacts {
  return {
    start: "2026-02-27T06:00:00Z",
    end: "2026-03-01T05:59:00Z",
    steps: 2880,
    parts: { fit: 2016, stop: 402, calibration: 402 },
    ranges: features.map(({ name, level, swing, noise }) => ({
      feature: name,
      min: level - swing - 3 * noise,
      max: level + swing + 3 * noise,
    })),
    losses: Array.from({ length: 12 }, (_, epoch) => ({
      epoch: epoch + 1,
      fit: 0.004 + 0.08 * Math.exp(-epoch / 2),
      stop: 0.005 + 0.09 * Math.exp(-epoch / 2) + (epoch > 9 ? 0.001 : 0),
    })),
    bestEpoch: 10,
    warnings: [
      "Learned from 2 d: less than a week shows no weekly rhythm, so that a " +
      "weekend may look abnormal.",
    ],
  };
}

/**
 * Gives the record of a run with a fixed clock.
 *
 * @returns The record.
 */
export function sampleRun(): RunRecord {
  return {
    schemaVersion: 1,
    startedAt: "2026-03-02T08:30:00Z",
    command: "deno task report --data data/raw/server-1.csv --model server-1",
    parameters: {
      data: ["data/raw/server-1.csv"],
      model: "server-1",
      window: 30,
      hidden: 32,
      seed: 1,
      "alarm-budget": "1/day",
      "half-life": "3m",
      "keep-all": false,
      metric: null,
      to: null,
    },
    origins: {
      given: ["data", "model"],
      default: ["alarm-budget", "half-life", "keep-all", "metric", "to"],
      model: ["window", "hidden", "seed"],
    },
    seed: 1,
    engine: { name: "tfjs-node", version: "tfjs-node 4.22.0 (2.9.1)" },
    versions: { whenwhy: "0.1.0", deno: "2.9.6", polars: "0.25.2" },
    inputs: [{
      role: "data",
      path: "data/raw/server-1.csv",
      sha256:
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
      bytes: 1_482_113,
    }],
    model: {
      name: "server-1",
      version: "20260301T060000Z-1",
      sha256:
        "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
      trainedAt: "2026-03-01T00:00:00Z",
      trainedBy: {
        name: "tfjs-node",
        version: "tfjs-node 4.22.0, TensorFlow 2.21.0",
      },
    },
    split: null,
    durations: { read: 0.41, score: 1.92, report: 2.75 },
  };
}

function iso(ms: number): string {
  return new Date(ms).toISOString().replace(".000Z", "Z");
}

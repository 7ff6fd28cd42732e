import {
  type MetricTable,
  type StepRange,
  stepTime,
} from "@lib/frame/metric_table.ts";
import type { ReportInput } from "@lib/report/report_input.ts";
import { outsideTraining } from "@lib/measure/outside_training.ts";
import { sampleChanges } from "./sample_changes.ts";
import { remembered } from "./sample_remembered.ts";
import { sampleAnomaly, sampleOutage } from "./sample_incidents.ts";
import {
  sampleLimited,
  sampleWarning,
  warnedIncidents,
} from "./sample_warnings.ts";
import { sampleEvaluation, sampleRun, sampleTraining } from "./sample_facts.ts";
import {
  HOSTILE_NAMES,
  SAMPLE_FEATURES,
  type SampleFeature,
  uniform,
} from "./sample_series.ts";

/** What {@linkcode sampleReportInput} makes; a spread over it changes the rest. */
export interface SampleReportOptions {
  /** Steps. @default {720} */
  readonly steps?: number;
  /** Milliseconds a step. @default {60000} */
  readonly intervalMs?: number;
  /** Planted anomalies. @default {3} */
  readonly incidents?: number;
  /** Names of features: those of the schema, or ones that try to break out. @default {"schema"} */
  readonly names?: "schema" | "hostile";
  /** Features, made by repeating the seven. @default {7} */
  readonly features?: number;
  /** Whether somebody labelled the data. @default {"labelled"} */
  readonly labels?: "labelled" | "none";
  /** Whether the server was out of reach for a while, and had a gap. @default {"outage"} */
  readonly outages?: "outage" | "none";
  /** Seed of the noise. @default {7} */
  readonly seed?: number;
}

/** Steps before the first score: the model's window less one. */
const WARM_UP = 29;

/**
 * Makes a small report input: seeded noise around a daily rhythm, planted
 * anomalies in one to three features, a gap, an outage; nothing is random and
 * no clock is read.
 *
 * @param options Sizes and kinds.
 * @returns A complete input whose parts agree with each other.
 */
export function sampleReportInput(
  options: SampleReportOptions = {},
): ReportInput {
  const { steps = 720, intervalMs = 60_000, seed = 7 } = options;
  const features = sampleFeatures(options);
  const clock = { startMs: Date.UTC(2026, 2, 1, 6), intervalMs };
  const size = steps * features.length;
  const arrays = {
    values: new Float32Array(size),
    expected: new Float32Array(size),
    errors: new Float32Array(size),
  };
  const bands = features.map(({ noise }) => (
    { distance: noise * 4.5, least: -Infinity }
  ));
  const planted = plant(options.incidents ?? 3, steps);
  const outage = options.outages === "none"
    ? { start: 0, end: 0 }
    : { start: Math.floor(steps * 0.9), end: Math.floor(steps * 0.92) };
  const gap = options.outages === "none"
    ? { start: 0, end: 0 }
    : { start: Math.floor(steps * 0.5), end: Math.floor(steps * 0.51) };
  const next = uniform(seed);
  const normal = () => next() + next() + next() + next() - 2; // Irwin–Hall, σ ≈ 0.58

  for (let t = 0; t < steps; t++) {
    const lost = within(outage, t) || within(gap, t);
    const phase = (2 * Math.PI * (stepTime(clock, t) % 86_400_000)) /
      86_400_000;
    const index = planted.findIndex((range) => within(range, t));
    for (const [f, feature] of features.entries()) {
      const at = t * features.length + f;
      const center = feature.level + feature.swing * Math.sin(phase + f);
      const noise = feature.noise * normal() / 0.58;
      const { distance } = bands[f]!;
      const blamed = index >= 0 && f >= index % 5 && f <= index % 5 + index % 3;
      const ramp = index < 0 ? 0 : Math.min(1, (t - planted[index]!.start) / 4);
      const push = blamed
        ? ramp * distance * (2 + 5 * (index % 4)) / (1 + f - index % 5)
        : 0;
      const sign = feature.unit === "bytes" ? -1 : 1;
      const value = center + noise + sign * push;
      arrays.values[at] = lost ? NaN : value;
      const scored = t >= WARM_UP && !lost;
      arrays.expected[at] = scored ? center : NaN;
      arrays.errors[at] = scored ? Math.abs(value - center) / distance : NaN;
    }
  }
  const imputed = new Uint8Array(size);
  imputed.fill(1, 100 * features.length, 103 * features.length);
  const up = new Uint8Array(steps).fill(1).fill(0, outage.start, outage.end);
  const score = smoothedScore(arrays.errors, steps, features.length);
  const frame = { ...arrays, bands, score, features, ...clock };
  const { incidents, changes } = sampleChanges(remembered([
    ...planted.map((range) => sampleAnomaly(frame, range)),
    ...(outage.end > outage.start ? [sampleOutage(clock, outage)] : []),
  ], { names: options.names ?? "schema" }));
  const training = sampleTraining(features);
  const table: MetricTable = {
    host: "server-1",
    ...clock,
    steps,
    metrics: features.map(({ name, unit, description }) => ({
      name,
      unit,
      kind: "gauge",
      description,
    })),
    values: arrays.values,
    imputed,
    up,
    label: null,
    excluded: [
      {
        name: "sys-mem-total",
        unit: "bytes",
        reason: "constant",
        detail: "always 16.0 GiB in training",
      },
      {
        name: "disk-io-read",
        unit: "1/s",
        reason: "absent",
        detail: "the model knows it, this table does not",
      },
    ],
    gaps: [gap, outage].filter(({ start, end }) => end > start),
    facts: {
      files: ["data/raw/server-1.csv"],
      rows: steps - (gap.end - gap.start) + 2,
      duplicates: 2,
      unordered: 1,
      badTimes: 0,
      badCells: [{ name: "load-1m", count: 3, firstLine: 118 }],
      infinite: 1,
      clock: "naive",
    },
  };
  const limited = sampleLimited(table);
  const [memory] = limited;
  const evaluation = sampleEvaluation(
    { ...frame, steps },
    incidents,
    { labels: options.labels ?? "labelled" },
  );
  return {
    table,
    expected: arrays.expected,
    bands,
    errors: arrays.errors,
    score,
    incidents: warnedIncidents(incidents, limited),
    limited,
    evaluation: {
      ...evaluation,
      changes,
      outsideTraining: outsideTraining(table, training.ranges),
      earlyWarnings: memory && incidents.length > 0
        ? [sampleWarning(memory, steps)]
        : [],
    },
    training,
    run: sampleRun(),
  };
}

function sampleFeatures(
  { features = 7, names = "schema" }: SampleReportOptions,
): SampleFeature[] {
  return Array.from({ length: features }, (_, f) => {
    const feature = SAMPLE_FEATURES[f % SAMPLE_FEATURES.length]!;
    const round = Math.floor(f / SAMPLE_FEATURES.length);
    const name = names === "hostile"
      ? HOSTILE_NAMES[f % HOSTILE_NAMES.length]!
      : feature.name;
    return { ...feature, name: round === 0 ? name : `${name}-${round + 1}` };
  });
}

/** Ranges of planted anomalies, spread over the scored part, 8 to 20 steps long. */
function plant(count: number, steps: number): StepRange[] {
  return Array.from({ length: count }, (_, index) => {
    const start = Math.floor(
      WARM_UP + (steps - WARM_UP) * (index + 0.6) / (count + 1),
    );
    return { start, end: start + 8 + (index * 6) % 13 };
  });
}

function smoothedScore(
  errors: Float32Array,
  steps: number,
  features: number,
): Float32Array {
  const score = new Float32Array(steps);
  let last = 0.3;
  for (let t = 0; t < steps; t++) {
    const row = errors.subarray(t * features, (t + 1) * features);
    const worst = Math.max(...row);
    last = Number.isNaN(worst) ? 0.3 : 0.6 * last + 0.4 * worst;
    score[t] = Number.isNaN(worst) ? NaN : last;
  }
  return score;
}

function within(range: StepRange, t: number): boolean {
  return t >= range.start && t < range.end;
}

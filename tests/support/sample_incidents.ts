import { expectedBand, type FeatureBand } from "@lib/detect/expected_band.ts";
import type { Contribution, Incident } from "@lib/detect/incident.ts";
import { type StepRange, stepTime } from "@lib/frame/metric_table.ts";
import type { SampleFeature } from "./sample_series.ts";

/** Features that move together. */
const DISK = ["disk-bytes-written", "disk-io-time"];

/** The scored series that incidents are told from. */
export interface SampleFrame {
  readonly values: Float32Array;
  readonly expected: Float32Array;
  readonly bands: readonly FeatureBand[];
  readonly errors: Float32Array;
  readonly score: Float32Array;
  readonly features: readonly SampleFeature[];
  readonly startMs: number;
  readonly intervalMs: number;
}

/**
 * Tells a planted anomaly as an incident, from the series' own numbers.
 *
 * @param frame The series.
 * @param range Its steps.
 * @returns The incident.
 */
export function sampleAnomaly(frame: SampleFrame, range: StepRange): Incident {
  let peak = range.start;
  for (let t = range.start; t < range.end; t++) {
    if (frame.score[t]! > frame.score[peak]!) peak = t;
  }
  const peakScore = frame.score[peak]!;
  const weights = frame.features.map((_, f) => weight(frame, range, f));
  const total = weights.reduce((sum, value) => sum + value, 0);
  const contributions = frame.features
    .map((_, f) => contribution(frame, range, f, weights[f]! / total))
    .sort((a, b) => b.share - a.share);
  return {
    id: `server-1-${isoTime(frame, range.start).replace(/[-:]|\.000/g, "")}`,
    host: "server-1",
    kind: "anomaly",
    start: isoTime(frame, range.start),
    end: isoTime(frame, range.end - 1),
    peak: isoTime(frame, peak),
    peakScore,
    severity: peakScore >= 5 ? "critical" : peakScore >= 2 ? "major" : "minor",
    contributions,
    counterfactual: null,
    confidence: {
      level: "medium",
      reasons: ["the model learned from 3 days: less than two weeks"],
    },
    change: null,
    earlyWarnings: [],
    warnedOf: [],
    seenBefore: [],
  };
}

function weight(frame: SampleFrame, range: StepRange, f: number): number {
  let sum = 0;
  for (let t = range.start; t < range.end; t++) {
    sum += frame.errors[t * frame.features.length + f]! ** 2 || 0;
  }
  return sum;
}

function contribution(
  frame: SampleFrame,
  range: StepRange,
  f: number,
  share: number,
): Contribution {
  const { features, errors, values, expected, bands } = frame;
  const at = (t: number) => t * features.length + f;
  let worst = range.start;
  let onset: number | null = null;
  for (let t = range.start; t < range.end; t++) {
    if (errors[at(t)]! > errors[at(worst)]!) worst = t;
    if (onset === null && errors[at(t)]! >= 1) onset = t;
  }
  const i = at(worst);
  return {
    feature: features[f]!.name,
    unit: features[f]!.unit,
    share,
    isCause: errors[i]! >= 1,
    group: DISK.includes(features[f]!.name) ? DISK[0]! : null,
    actual: values[i]!,
    expected: expected[i]!,
    band: expectedBand(expected[i]!, bands[f]!),
    direction: values[i]! >= expected[i]! ? "high" : "low",
    onset: onset === null ? null : isoTime(frame, onset),
  };
}

/**
 * Tells an outage as an incident.
 *
 * @param clock The series' clock.
 * @param range Its steps.
 * @returns The incident.
 */
export function sampleOutage(
  clock: Pick<SampleFrame, "startMs" | "intervalMs">,
  range: StepRange,
): Incident {
  const start = isoTime(clock, range.start);
  return {
    id: `server-1-${start.replace(/[-:]|\.000/g, "")}`,
    host: "server-1",
    kind: "outage",
    start,
    end: isoTime(clock, range.end - 1),
    peak: start,
    peakScore: null,
    severity: "critical",
    contributions: [{
      feature: "server-up",
      unit: "0/1",
      share: 1,
      isCause: true,
      group: null,
      actual: 0,
      expected: 1,
      band: [1, 1],
      direction: "low",
      onset: start,
    }],
    counterfactual: null,
    confidence: {
      level: "high",
      reasons: ["server-up was 0: nothing is estimated"],
    },
    change: null,
    earlyWarnings: [],
    warnedOf: [],
    seenBefore: [],
  };
}

function isoTime(
  clock: Pick<SampleFrame, "startMs" | "intervalMs">,
  step: number,
): string {
  return new Date(stepTime(clock, step)).toISOString().replace(".000Z", "Z");
}

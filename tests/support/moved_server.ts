import { metricByName } from "@lib/frame/schema.ts";
import type { MetricTable } from "@lib/frame/metric_table.ts";
import type { Autoencoder } from "@lib/model/engine.ts";
import type { LearnedDetector } from "@lib/pipeline/scoring/score_table.ts";
import { metricTable } from "./metric_table.ts";
import { uniform } from "./sample_series.ts";
import { SAMPLE_DETECTOR } from "./sample_detector.ts";

const metrics = [metricByName("cpu-user"), metricByName("sys-mem-cache")];

/** The step from which on a moved server's cache stands elsewhere for good. */
export const MOVED_AT = 200;

/** Six minutes a step, so that a day has 240. */
export const STEP_MS = 360_000;

/** The first step that can be judged against that: a day later. */
export const JUDGED_FROM = MOVED_AT + 240;

/** What a moved server was like: both metrics within 2.5 and 7.5. */
export const MOVED_DETECTOR: LearnedDetector = {
  ...SAMPLE_DETECTOR,
  features: metrics.map((metric) => ({
    ...SAMPLE_DETECTOR.features[0]!,
    ...metric,
    ...{ median: 5, range: 10, scale: 0.1, threshold: 0.25, min: 0 },
    ...{ usualDistance: 0.1, usual: { low: 2, high: 8, width: 6 } },
  })),
  intervalMs: STEP_MS,
  window: 3,
  halfLifeMs: 2 * STEP_MS,
  dampingHalfLifeMs: 1440 * STEP_MS,
  mergeGapMs: STEP_MS,
  minDurationMs: STEP_MS,
  calibrationScore: Array<number>(240).fill(0).concat([1]),
};

/** Copies what it is given, which is no further than what it learned. */
export const COPYING: Autoencoder = {
  window: 3,
  features: 2,
  reconstructLast: ({ values, ends, features }) =>
    Promise.resolve(
      Float32Array.from(
        { length: ends.length * features },
        (_, i) =>
          values[
            (ends[Math.floor(i / features)]! - 1) * features + i % features
          ]!,
      ),
    ),
  prepare: () => Promise.resolve(),
  reconstruct: () => Promise.reject(new Error("not needed")),
  dispose: () => {},
};

/** What else goes wrong on a moved server. */
export interface MovedBreakage {
  /** 0 for its CPU, 1 for its cache. */
  readonly feature: 0 | 1;
  /** First step. */
  readonly start: number;
  /** How far it is off, in its unit. */
  readonly by: number;
}

/**
 * Makes a server of 1000 steps whose cache moves from 5 to 25 for good, and of
 * which something is off for ten more steps later.
 *
 * @param broken What, when and how far.
 * @returns The table.
 */
export function movedServer(
  { feature, start, by }: MovedBreakage,
): MetricTable {
  const next = uniform(5);
  const table = metricTable({
    metrics,
    values: Array.from({ length: 2 * 1000 }, (_, i) => {
      const t = Math.floor(i / 2);
      const isOff = i % 2 === feature && t >= start && t < start + 10;
      const level = i % 2 === 1 && t >= MOVED_AT ? 20 : 0;
      return 2.5 + 5 * next() + level + (isOff ? by : 0);
    }),
  });
  return { ...table, intervalMs: STEP_MS };
}

import { metricByName } from "@lib/frame/schema.ts";
import {
  type Detector,
  DETECTOR_SCHEMA,
} from "@lib/pipeline/store/detector.ts";

/** A small whole detector, of one feature. */
export const SAMPLE_DETECTOR: Detector = {
  schemaVersion: DETECTOR_SCHEMA,
  name: "web",
  version: "abc123",
  createdAt: "2026-01-01T00:00:00Z",
  features: [{
    ...metricByName("cpu-user"),
    min: 0,
    range: 2,
    median: 1,
    scale: 0.1,
    meanSquare: 0.05,
    threshold: 0.2,
    group: null,
    errorQuantiles: { p50: 0, p90: 0.1, p99: 0.1 },
  }],
  excluded: [],
  intervalMs: 60_000,
  window: 10,
  halfLifeMs: 120_000,
  dampingHalfLifeMs: 86_400_000,
  mergeGapMs: 300_000,
  minDurationMs: 60_000,
  calibrationScore: [1, null],
  threshold: { budget: "1/day", value: 2 },
  training: {
    start: "2026-01-01T00:00:00Z",
    end: "2026-01-02T00:00:00Z",
    steps: 1440,
    parts: { fit: 1000, stop: 200, calibration: 200 },
    ranges: [],
    losses: [],
    bestEpoch: 1,
    warnings: [],
  },
  split: null,
  inputs: [],
  parameters: {},
  engine: { name: "wasm", version: "0" },
  versions: {},
};

import { DAY_MS } from "../../frame/day_ms.ts";
import type { FeatureBand } from "../../detect/expected_band.ts";
import { findIncidents } from "../../detect/find_incidents.ts";
import type { Incident } from "../../detect/incident.ts";
import type { LevelChange } from "../../detect/levels/level_change.ts";
import {
  type MovedLevel,
  movedLevels,
} from "../../detect/levels/moved_levels.ts";
import { scorePart } from "../../detect/levels/score_part.ts";
import { offsetsInForce } from "../../detect/levels/offsets_in_force.ts";
import { type FittedThreshold, fitThreshold } from "../../detect/threshold.ts";
import type { MetricTable } from "../../frame/metric_table.ts";
import { sliceSteps } from "../../frame/slice.ts";
import type { Autoencoder } from "../../model/engine.ts";
import type { Detector } from "../store/detector.ts";
import { alarmRule, type AlarmTimes } from "./alarm_rule.ts";
import { changesAfter, rebaserOf } from "./rebase_table.ts";
import { requireScored } from "./reconstruct_table.ts";
import { scalerOf, scoreNext, scoringParameters } from "./score_next.ts";

/** A table with all that the detector says of it; arrays are `[steps, features]`, NaN where not scored. */
export interface ScoredTable {
  /** The table: the model's features, in units. */
  readonly table: MetricTable;
  /** Reconstruction in units. */
  readonly expected: Float32Array;
  /** How far each feature may be from it, shape `[features]`. */
  readonly bands: readonly FeatureBand[];
  /** Distance from expected over the feature's own threshold. */
  readonly errors: Float32Array;
  /** The same from the first step that led up to what is scored. */
  readonly errorsFromStart: Float32Array;
  /** Score in thresholds, shape `[steps]`. */
  readonly score: Float32Array;
  /** In order of time. */
  readonly incidents: readonly Incident[];
  /** Features that moved to another level for good, from where on they are judged against it. */
  readonly moves: readonly MovedLevel[];
  /** Levels that moved, by steps of the table with what led up to it. */
  readonly changes: readonly LevelChange[];
  /** The threshold at the asked-for budget. */
  readonly threshold: FittedThreshold;
}

/** What of a detector scoring needs. */
export type LearnedDetector = Pick<
  Detector,
  | "features"
  | "intervalMs"
  | "window"
  | "halfLifeMs"
  | "dampingHalfLifeMs"
  | "mergeGapMs"
  | "minDurationMs"
  | "calibrationScore"
>;

/** What else scoring needs. */
export interface ScoreOptions {
  /** The detector of the network, of which only what was learned counts. */
  readonly detector: LearnedDetector;
  /** Alarms a day that a person is ready to look at. */
  readonly perDay: number;
  /**
   * Steps at the table's start that only lead up to what is to be scored; they
   * are not part of the result.
   *
   * @default {0}
   */
  readonly warmup?: number;
}

/**
 * Scores a table: reconstruction, distances, score, threshold, incidents.
 *
 * @param autoencoder The detector's network.
 * @param table The table, with the detector's features in its order.
 * @param options Detector and budget.
 * @returns The table with all that the detector says of it.
 * @throws {InputError} If no step can be scored.
 */
export async function scoreTable(
  autoencoder: Autoencoder,
  table: MetricTable,
  options: ScoreOptions,
): Promise<ScoredTable> {
  const { detector, perDay, warmup = 0 } = options;
  const threshold = thresholdFor(detector, perDay);
  const scaler = scalerOf(detector);
  const whole = await scoreNext({
    ...{ autoencoder, detector, table, lead: 0 },
    rebaser: rebaserOf({ detector, threshold: threshold.value }),
  });
  requireScored(whole, { autoencoder, table });
  const scored = sliceSteps(table, { start: warmup, end: table.steps });
  const cells = warmup * detector.features.length;
  const distance = whole.distance.subarray(cells);
  const expected = whole.expected.subarray(cells);
  const score = whole.score.subarray(warmup);
  const thresholds = detector.features.map((feature) => feature.threshold);
  const steps = {
    table: scored,
    expected,
    bands: detector.features.map(bandOf),
    score,
    moves: movedLevels(
      changesAfter(warmup, whole.changes),
      {
        ...{ table: scored, scaler },
        partOf: (feature) =>
          scorePart(whole.distance, feature, {
            ...scoringParameters(detector),
            threshold: threshold.value,
          }).subarray(warmup),
      },
    ),
  };
  const groups = detector.features.map(({ group }) => group);
  const incidents = findIncidents({
    ...{ ...steps, distance, thresholds, groups, ...alarmRule(detector) },
    usual: detector.features,
    offsetAt: offsetsInForce(whole.changes, { warmup, units: scaler.range }),
  });
  const errorsFromStart = toErrors(whole.distance, thresholds);
  const errors = errorsFromStart.subarray(cells);
  const { changes } = whole;
  return { ...steps, errors, errorsFromStart, changes, incidents, threshold };
}

/**
 * Gives the threshold at a budget from the detector's calibration scores.
 *
 * @param detector The detector.
 * @param perDay Alarms a day.
 * @returns The threshold.
 */
export function thresholdFor(
  detector: AlarmTimes & Pick<Detector, "calibrationScore">,
  perDay: number,
): FittedThreshold {
  return fitThreshold({
    score: Float32Array.from(detector.calibrationScore, (s) => s ?? NaN),
    stepsPerDay: DAY_MS / detector.intervalMs,
    perDay,
    ...alarmRule(detector),
  });
}

function bandOf(
  { threshold, range, min }: Detector["features"][number],
): FeatureBand {
  // What never was below 0 is not expected to be.
  return { distance: threshold * range, least: min >= 0 ? 0 : -Infinity };
}

/** In place: a second array of this size would be for nothing. */
function toErrors(
  distance: Float32Array,
  thresholds: readonly number[],
): Float32Array {
  const features = thresholds.length;
  for (let i = 0; i < distance.length; i++) {
    distance[i] = Math.abs(distance[i]!) / thresholds[i % features]!;
  }
  return distance;
}

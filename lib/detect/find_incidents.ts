import { alarmRuns } from "./alarm_runs.ts";
import { incidentRuns } from "./incident_runs.ts";
import { overlap } from "./levels/join_runs.ts";
import type { MovedLevel } from "./levels/moved_levels.ts";
import { isAboutMoves, movedShares } from "./levels/moved_shares.ts";
import type { OffsetAt } from "./levels/offsets_in_force.ts";
import {
  type ContributionOptions,
  contributions,
  type FeaturePart,
} from "./contributions.ts";
import type { Usual } from "./deviation.ts";
import { expectedBand, type FeatureBand } from "./expected_band.ts";
import type { Change, Contribution, Incident } from "./incident.ts";
import { recentDeviations } from "./recent_deviations.ts";
import { severity } from "./severity.ts";
import { isoTime } from "../frame/iso_time.ts";
import {
  type MetricTable,
  type StepRange,
  stepTime,
} from "../frame/metric_table.ts";
import { SERVER_UP } from "../frame/schema.ts";

/** Scored steps of one server. */
export interface ScoredSteps {
  /** The scored table: the model's features, in units. */
  readonly table: MetricTable;
  /** Scores in thresholds (1 alarms), shape `[steps]`; NaN where not scored. */
  readonly score: Float32Array;
  /** Signed scaled distances, shape `[steps, features]`. */
  readonly distance: Float32Array;
  /** Each feature's own threshold in scaled units, shape `[features]`. */
  readonly thresholds: ArrayLike<number>;
  /** What is usual of each feature, shape `[features]`. */
  readonly usual: readonly Usual[];
  /** Reconstruction in units, shape `[steps, features]`. */
  readonly expected: Float32Array;
  /** How far each feature may be from it, shape `[features]`. */
  readonly bands: readonly FeatureBand[];
  /** Each feature's group, `null` where it stands alone, shape `[features]`. */
  readonly groups: readonly (string | null)[];
  /** Runs of alarms at most this many steps apart are one incident. */
  readonly mergeGapSteps: number;
  /**
   * Steps in a row that must alarm.
   *
   * @default {1}
   */
  readonly minSteps?: number;
  /**
   * Levels that moved for good; alarms about them while one settled are one
   * incident.
   *
   * @default {[]}
   */
  readonly moves?: readonly MovedLevel[];
  /**
   * How far each feature's values are moved back at a step, in its unit.
   *
   * @default {0 everywhere}
   */
  readonly offsetAt?: OffsetAt;
}

/**
 * Onsets are looked for as far before an incident as it is long, and at least so
 * many steps: a short incident is often the end of a longer climb.
 */
const LEAST_LOOK_BACK = 30;

/** Beside the metric that moved most, one has a part in an incident from so much on. */
const PART = 0.1;

/**
 * Finds the incidents of scored time: anomalies, where the score reaches the
 * threshold, and outages, where nobody could read the server.
 *
 * @param scored Scores, distances and bands.
 * @returns Incidents in order of their start; `earlyWarnings`, `warnedOf` and `seenBefore`
 *   are still empty.
 */
export function findIncidents(scored: ScoredSteps): Incident[] {
  const { table, score, mergeGapSteps, minSteps = 1, moves = [] } = scored;
  const runs = incidentRuns(score, {
    ...{ threshold: 1, mergeGapSteps, minSteps, moves },
  });
  const recent = recentDeviations(scored, runs.map(({ start }) => start));
  const anomalies = runs.map((range, i) => {
    const back = Math.max(range.end - range.start, LEAST_LOOK_BACK);
    // Not into the one before.
    const onsetFrom = Math.max(runs[i - 1]?.end ?? 0, range.start - back);
    const options = { onsetFrom, recent: recent[i]! };
    return { range, incident: anomaly(scored, range, options) };
  });
  const down = Float32Array.from(table.up, (up) => (up === 0 ? 1 : 0));
  const outages = alarmRuns(down, { threshold: 1, mergeGapSteps: 0 })
    .map((range) => ({ range, incident: outage(table, range) }));
  return [...anomalies, ...outages]
    .sort((a, b) => a.range.start - b.range.start)
    .map(({ incident }) => incident);
}

function anomaly(
  scored: ScoredSteps,
  range: StepRange,
  options: ContributionOptions,
): Incident {
  const { table, score } = scored;
  const told = contributions(scored, range, options)
    .map((part) => contribution(scored, part));
  let peak = range.start;
  for (let t = range.start; t < range.end; t++) {
    if (score[t]! > score[peak]!) peak = t;
  }
  return {
    ...incidentFrame(table, range),
    kind: "anomaly",
    peak: timeOf(table, peak),
    peakScore: score[peak]!,
    severity: severity(score[peak]!),
    contributions: told,
    counterfactual: null,
    confidence: null,
    change: changeIn(scored, range, told),
    earlyWarnings: [],
    warnedOf: [],
    seenBefore: [],
  };
}

/** What moved for good, left its band and has a part in alarms that are about that. */
function changeIn(
  { moves = [], score }: ScoredSteps,
  range: StepRange,
  told: readonly Contribution[],
): Change | null {
  const alarmed = moves.filter(({ alarmed }) => alarmed);
  const shares = movedShares(range, { score, threshold: 1, moves: alarmed });
  if (!isAboutMoves(shares)) return null;
  const least = PART * Math.max(...shares);
  const features = alarmed
    .filter(({ settling, moved }, i) =>
      overlap(settling, range) && shares[i]! >= least &&
      told.some(({ feature, isCause }) => isCause && feature === moved.feature)
    )
    .map(({ moved }) => moved);
  return features.length === 0 ? null : { features };
}

function contribution(scored: ScoredSteps, part: FeaturePart): Contribution {
  const { table, expected, bands, groups } = scored;
  const { name, unit } = table.metrics[part.feature]!;
  const i = part.worstStep * table.metrics.length + part.feature;
  return {
    feature: name,
    unit,
    share: part.share,
    isCause: part.isCause,
    group: groups[part.feature] ?? null,
    actual: table.imputed[i] ? null : table.values[i]!,
    expected: expected[i]!,
    band: expectedBand(expected[i]!, bands[part.feature]!),
    direction: part.direction,
    onset: part.onsetStep === null ? null : timeOf(table, part.onsetStep),
  };
}

function outage(table: MetricTable, range: StepRange): Incident {
  const start = timeOf(table, range.start);
  return {
    ...incidentFrame(table, range),
    kind: "outage",
    peak: start,
    peakScore: null,
    severity: "critical",
    contributions: [{
      feature: SERVER_UP,
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
    confidence: null,
    change: null,
    earlyWarnings: [],
    warnedOf: [],
    seenBefore: [],
  };
}

function incidentFrame(table: MetricTable, range: StepRange) {
  const start = timeOf(table, range.start);
  const compact = start.replace(/\.\d+/, "").replace(/[-:]/g, "");
  return {
    id: `${table.host}-${compact}`,
    host: table.host,
    start,
    end: timeOf(table, range.end - 1),
  };
}

function timeOf(table: MetricTable, step: number): string {
  return isoTime(stepTime(table, step));
}

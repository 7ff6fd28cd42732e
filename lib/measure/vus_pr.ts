import { labelRuns } from "./label_runs.ts";
import { type ScoreRanks, scoreRanks } from "./score_ranks.ts";
import type { StepRange } from "../frame/metric_table.ts";

/** What scores are measured against. */
export interface VusOptions {
  /** 1 where a step is labelled anomalous, shape `[steps]`. */
  readonly label: Uint8Array;
  /** The widest buffer around a labelled event, in steps, half on each side. */
  readonly maxBuffer: number;
}

/**
 * Measures scores by VUS-PR, the volume under the surface of precision and
 * recall over buffer widths: around labelled events, steps count in part, so that
 * an alarm a little early or late is not all wrong. Recall is multiplied by the
 * share of events that are touched at all (existence reward).
 *
 * Source: Paparrizos et al., "Volume Under the Surface: A New Accuracy Evaluation
 * Measure for Time-Series Anomaly Detection", PVLDB 15 (2022); the arithmetic is
 * that of `RangeAUC_volume_opt()` of TSB-AD 1.5, with its 250 thresholds at evenly
 * spaced ranks of the score, buffers of 0 to `maxBuffer` steps and weights
 * `sqrt(1 − distance / buffer)`.
 *
 * Where TSB-AD goes over the series once a threshold and buffer, here steps are
 * counted by the first threshold that they reach, and buffers grow a step at a time.
 *
 * @param score The higher, the more abnormal, shape `[steps]`; NaN, a step
 *   without a score, ranks last.
 * @param options Labels and the widest buffer.
 * @returns In [0, 1] but for rounding; NaN where no step is labelled.
 *
 * @example Usage
 * ```ts
 * import { vusPr } from "@lib/measure/vus_pr.ts";
 * import assert from "node:assert/strict";
 *
 * const label = Uint8Array.of(0, 0, 1, 1, 0, 0);
 * const exact = vusPr([0, 0, 2, 2, 0, 0], { label, maxBuffer: 0 });
 * assert.equal(exact, 1);
 * ```
 */
export function vusPr(
  score: ArrayLike<number>,
  { label, maxBuffer }: VusOptions,
): number {
  const events = labelRuns(label);
  if (events.length === 0) return NaN;
  const ranks = scoreRanks(score);
  const surface: Surface = {
    ...{ ranks, events, label },
    labelled: countLabelled(ranks, label),
    firstRank: events.map((event) => firstRankIn(ranks.rank, event)),
    weight: new Float64Array(score.length),
  };
  let sum = 0;
  for (let buffer = 0; buffer <= maxBuffer; buffer++) {
    sum += areaAt(surface, buffer);
  }
  return sum / (maxBuffer + 1);
}

interface Surface {
  readonly ranks: ScoreRanks;
  readonly label: Uint8Array;
  readonly events: readonly StepRange[];
  /** Labelled steps by rank, shape `[thresholds]`. */
  readonly labelled: Float64Array;
  /** The first threshold that a step of each event or its buffer so far reaches. */
  readonly firstRank: number[];
  /** Room for what steps of buffers count, shape `[steps]`; all 0 between uses. */
  readonly weight: Float64Array;
}

/** Area under the curve of precision and recall at one buffer width. */
function areaAt(surface: Surface, buffer: number): number {
  const { labelled, ranks: { thresholds, reached } } = surface;
  const inBuffers = bufferWeights(surface, buffer);
  const touched = eventsTouched(surface, buffer >> 1);
  const positives = labelled.reduce((sum, count) => sum + count, 0);
  let [hits, extra, events, before, area] = [0, 0, 0, 0, 0];
  for (let k = 0; k < thresholds; k++) {
    hits += labelled[k]!;
    extra += inBuffers[k]!;
    events += touched.counts[k]!;
    const found = hits + extra;
    // Half of the extended labels: TSB-AD's mean of both counts of positives.
    const recall = Math.min(found / (positives + extra / 2), 1);
    const reward = recall * (events / touched.all);
    area += (reward - before) * (found / reached[k]!);
    before = reward;
  }
  return area;
}

/** What unlabelled steps near events count, by rank, shape `[thresholds]`. */
function bufferWeights(
  { events, weight, label, ranks }: Surface,
  buffer: number,
): Float64Array {
  const half = buffer >> 1;
  const near = (visit: (t: number, distance: number) => void) => {
    for (const { start, end } of events) {
      const after = Math.min(half, label.length - end);
      for (let d = 1; d <= after; d++) visit(end - 1 + d, d);
      const ahead = Math.min(half, start);
      for (let d = 1; d <= ahead; d++) visit(start - d, d);
    }
  };
  const fall = Float64Array.from(
    { length: half + 1 },
    (_, d) => Math.sqrt(1 - d / buffer),
  );
  near((t, d) => weight[t]! += fall[d]!);
  const byRank = new Float64Array(ranks.thresholds);
  near((t) => {
    if (label[t] === 0) byRank[ranks.rank[t]!]! += Math.min(1, weight[t]!);
    weight[t] = 0;
  });
  return byRank;
}

/** Events that a threshold is the first to touch; those whose buffers meet are one. */
function eventsTouched(surface: Surface, half: number) {
  const { events, firstRank, ranks: { rank, thresholds } } = surface;
  const counts = new Float64Array(thresholds);
  let [all, first] = [0, thresholds];
  events.forEach(({ start, end }, e) => {
    if (half > 0) {
      firstRank[e] = Math.min(
        firstRank[e]!,
        rank[start - half] ?? thresholds,
        rank[end - 1 + half] ?? thresholds,
      );
    }
    first = Math.min(first, firstRank[e]!);
    const next = events[e + 1];
    if (next && end - 1 + half >= next.start - half) return;
    counts[first]!++;
    all++;
    first = thresholds;
  });
  return { counts, all };
}

function countLabelled({ rank, thresholds }: ScoreRanks, label: Uint8Array) {
  const counts = new Float64Array(thresholds);
  label.forEach((one, t) => counts[rank[t]!]! += one);
  return counts;
}

function firstRankIn(rank: Uint8Array, { start, end }: StepRange): number {
  return rank.subarray(start, end).reduce((a, b) => Math.min(a, b));
}

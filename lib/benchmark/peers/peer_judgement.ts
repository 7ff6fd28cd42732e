import type { Judgement } from "../recipe.ts";
import { quantile } from "../../detect/quantile.ts";
import { fitThreshold } from "../../detect/threshold.ts";
import { DAY_MS } from "../../frame/day_ms.ts";
import type { MetricTable, StepRange } from "../../frame/metric_table.ts";

/** What a peer gives. */
export interface PeerScores {
  /** Scores of train, shape `[steps]`; NaN where not scored. */
  readonly train: Float64Array;
  /** Scores of test, shape `[steps]`; NaN where not scored. */
  readonly test: Float64Array;
  /** What each metric adds at each step of test, shape `[steps, metrics]`. */
  readonly parts: ArrayLike<number>;
  /** How a metric's parts in an incident become one. */
  readonly over: "maximum" | "mean";
}

/** A peer's own threshold: this quantile of its scores on train. */
const OWN = 0.99;

/** Alarms at most this many steps apart are one. */
const MERGE_GAP_STEPS = 5;

/**
 * Makes a judgement of a peer's scores: alarms from train's 99th percentile on,
 * budgets fitted to train by the same rule as whenwhy's own.
 *
 * @param table The table of test.
 * @param scores Scores and parts.
 * @returns The judgement.
 */
export function peerJudgement(
  table: MetricTable,
  { train, test, parts, over }: PeerScores,
): Judgement {
  const names = table.metrics.map(({ name }) => name);
  const own = quantile(train, OWN);
  // The rule knows scores that are measured by what is normal.
  const unit = own > 0 ? own : 1;
  const normal = Float32Array.from(train, (score) => score / unit);
  return {
    score: test,
    threshold: own,
    mergeGapSteps: MERGE_GAP_STEPS,
    thresholdAt: (perDay) =>
      unit * fitThreshold({
        score: normal,
        stepsPerDay: DAY_MS / table.intervalMs,
        perDay,
        mergeGapSteps: MERGE_GAP_STEPS,
      }).value,
    rank: (range) => {
      const blame = names.map((name, m) => ({
        name,
        part: joined(parts, { range, m, width: names.length, over }),
      }));
      return blame.sort((a, b) => b.part - a.part).map(({ name }) => name);
    },
  };
}

/** Steps without a score say nothing. */
function joined(
  parts: ArrayLike<number>,
  { range, m, width, over }: {
    readonly range: StepRange;
    readonly m: number;
    readonly width: number;
    readonly over: PeerScores["over"];
  },
): number {
  let [sum, most] = [0, 0];
  for (let t = range.start; t < range.end; t++) {
    const part = parts[t * width + m]!;
    if (Number.isNaN(part)) continue;
    sum += part;
    most = Math.max(most, part);
  }
  return over === "mean" ? sum : most;
}

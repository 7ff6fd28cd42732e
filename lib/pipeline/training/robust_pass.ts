import { type GrossSpan, grossSpans } from "../../detect/gross/gross_spans.ts";
import { leaveOut } from "../../frame/leave_out.ts";
import { isoTime } from "../../frame/iso_time.ts";
import { type MetricTable, stepTime } from "../../frame/metric_table.ts";
import { leastTrainingSteps } from "../../frame/time_split.ts";
import type {
  GrossFacts,
  RobustPassFacts,
} from "../../report/training/robust_pass_facts.ts";

/** What is usual cannot be told from fewer steps. */
const LEAST_STEPS = 1000;

/** Where more than this share is gross, the rest is no better judge of usual. */
const MOST_SHARE = 0.2;

/** What was looked for in training data, and what became of it. */
export interface RobustPass extends RobustPassFacts {
  /** The table, with a gap where something was left out. */
  readonly table: MetricTable;
  /** 1 where a step was left out by this pass, shape `[steps]`. */
  readonly isOut: Uint8Array;
}

/** How training data is looked through. */
export interface RobustPassOptions {
  /** Whether it is: `"off"` learns from everything. */
  readonly robust: "on" | "off";
  /** Steps a window. */
  readonly window: number;
  /** 1 where a step is left out already, as a label says, shape `[steps]`. */
  readonly isLabelled: Uint8Array;
}

/**
 * Looks for gross anomalies in a training table that nobody has labelled, and
 * makes gaps of them, so that they are learned from no more than what `--exclude`
 * names. The same table gives the same, whoever trains.
 *
 * @param table The table on the grid; what labels name is a gap already.
 * @param options Whether to look; window; what is left out already.
 * @returns The table and what was left out of it.
 */
export function robustPass(
  table: MetricTable,
  { robust, window, isLabelled }: RobustPassOptions,
): RobustPass {
  const isOut = new Uint8Array(table.steps);
  const nothing = { steps: 0, spans: [], table, isOut };
  if (robust === "off") return { outcome: "off", ...nothing };
  const kept = isLabelled.reduce((sum, out) => sum + 1 - out, 0);
  if (kept < LEAST_STEPS) return { outcome: "too short", ...nothing };
  const found = grossSpans(table);
  const left = leaveOut(table, found.map((span) => labelOf(table, span)));
  const own = left.isOut.map((out, t) => isLabelled[t] === 1 ? 0 : out);
  const steps = own.reduce((sum, out) => sum + out, 0);
  if (steps === 0) return { outcome: "nothing", ...nothing };
  const spans = found.map((span) => factsOf(table, span));
  const isTooMuch = steps > MOST_SHARE * kept ||
    kept - steps < leastTrainingSteps(window);
  return isTooMuch
    ? { outcome: "too much", steps, spans, table, isOut }
    : { outcome: "left out", steps, spans, table: left.table, isOut: own };
}

/**
 * Keeps of a pass what a model's file holds.
 *
 * @param pass The pass.
 * @returns Outcome, steps, spans.
 */
export function robustPassFacts(
  { outcome, steps, spans }: RobustPassFacts,
): RobustPassFacts {
  return { outcome, steps, spans };
}

function labelOf(table: MetricTable, { range }: GrossSpan) {
  return {
    startMs: stepTime(table, range.start),
    endMs: stepTime(table, range.end - 1),
    features: [],
    note: "",
  };
}

function factsOf(table: MetricTable, { range, signs }: GrossSpan): GrossFacts {
  return {
    start: isoTime(stepTime(table, range.start)),
    end: isoTime(stepTime(table, range.end - 1)),
    steps: range.end - range.start,
    signals: signs.map(({ metric, kind, value, usual }) => {
      const { name, unit } = table.metrics[metric]!;
      return { feature: name, unit, kind, value, usual };
    }),
  };
}

import { stepTime } from "../frame/metric_table.ts";
import { formatTime } from "../frame/units.ts";
import { clockOf } from "./incident_clock.ts";
import type { ReportView } from "./report_view.ts";
import { scoreText } from "./words.ts";

/**
 * Says how high the score got where nothing was found.
 *
 * @param view The report's view.
 * @returns A sentence.
 */
export function quietText(view: ReportView): string {
  const peak = peakStep(view.input.score);
  if (peak < 0) return "No step could be scored.";
  const { score, table } = view.input;
  const top = `${scoreText(score[peak]!)} × threshold at ${
    formatTime(stepTime(table, peak), clockOf(view))
  }`;
  return "The score stayed below its threshold all the time. " +
    `Its highest value was ${top}.`;
}

/**
 * Finds the step with the highest score.
 *
 * @param score Scores, shape `[steps]`; NaN where not scored.
 * @returns The first such step; -1 where none is scored.
 */
export function peakStep(score: Float32Array): number {
  let peak = -1;
  for (let t = 0; t < score.length; t++) {
    if (score[t]! > (score[peak] ?? -Infinity)) peak = t;
  }
  return peak;
}

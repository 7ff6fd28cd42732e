import { alarmRuns } from "../detect/alarm_runs.ts";
import type { StepRange } from "../frame/metric_table.ts";

/**
 * Finds the labelled events of a series: its runs of labelled steps.
 *
 * @param label 1 where a step is labelled anomalous, shape `[steps]`.
 * @returns Disjoint ranges in order.
 */
export function labelRuns(label: Uint8Array): StepRange[] {
  const options = { threshold: 1, mergeGapSteps: 0 };
  return alarmRuns(Float32Array.from(label), options);
}

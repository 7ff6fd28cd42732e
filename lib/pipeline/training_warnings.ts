import type { FittedThreshold } from "@lib/detect/threshold.ts";
import type { MetricTable } from "@lib/frame/metric_table.ts";
import { formatDuration } from "@lib/frame/units.ts";

const DAY_MS = 86_400_000;

/**
 * Says what weakens a model, for those who read its reports.
 *
 * @param table What it was trained on.
 * @param fitted Its threshold and the budget as written.
 * @returns Sentences; none where nothing does.
 */
export function trainingWarnings(
  table: MetricTable,
  fitted: { readonly threshold: FittedThreshold; readonly budget: string },
): string[] {
  const span = table.steps * table.intervalMs;
  const history = formatDuration(span);
  const calibration = formatDuration(fitted.threshold.days * DAY_MS);
  return [
    span < 2 * DAY_MS
      ? `The model learned from ${history} only: it cannot know a daily or weekly rhythm, and may call a nightly job abnormal.`
      : span < 14 * DAY_MS
      ? `The model learned from ${history}: less than two weeks cannot show a weekly rhythm.`
      : "",
    fitted.threshold.extrapolated
      ? `The threshold was fitted on ${calibration} of normal time, too short to hold ${fitted.budget} alarms even once: it is extrapolated, and the real rate may differ.`
      : "",
  ].filter((sentence) => sentence !== "");
}

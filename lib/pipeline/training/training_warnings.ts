import type { FittedThreshold } from "../../detect/threshold.ts";
import { DAY_MS } from "../../frame/day_ms.ts";
import { type LabelledSpan, markOf } from "../../frame/labelled_span.ts";
import { formatDuration } from "../../frame/units.ts";
import { budgetWarning } from "../scoring/budget_warning.ts";
import type { Detector } from "../store/detector.ts";

/** Above this share of time in alarm, what is abnormal is the training data. */
const MOSTLY = 0.5;

/** What a run's warnings are made from. */
export interface RunWarningInput {
  /** The detector that scored. */
  readonly detector: Detector;
  /** The threshold at the run's budget. */
  readonly threshold: FittedThreshold;
  /** The budget as it was written. */
  readonly budget: string;
  /** Labelled spans, also of training time. */
  readonly labels: readonly LabelledSpan[];
  /** First scored instant, milliseconds since 1970 UTC. */
  readonly startMs: number;
  /** Share of the scored steps in alarm. */
  readonly alarmShare: number;
}

/**
 * Says what weakens a run: the model's history, a threshold that had to be
 * extrapolated, incidents in the time that was learned from.
 *
 * @param input Detector, threshold, labels.
 * @returns Sentences; none where nothing does.
 */
export function runWarnings(input: RunWarningInput): string[] {
  const { detector: { training }, threshold, budget, labels, startMs } = input;
  const percent = Math.round(100 * input.alarmShare);
  const [from, to] = [Date.parse(training.start), Date.parse(training.end)];
  const learned =
    labels.filter((label) =>
      label.startMs <= to && label.endMs >= from && markOf(label) === "true" &&
      !isLeftOut(label, training)
    ).length;
  return [
    input.alarmShare > MOSTLY
      ? `The score is above its threshold in ${percent} % of the scored time: most of it is unlike the time that the model learned from. Train on time that looks like today's.`
      : "",
    ...training.warnings,
    budgetWarning(threshold, budget) ?? "",
    learned > 0
      ? `${learned} labelled ${
        learned === 1 ? "incident lies" : "incidents lie"
      } in the time that the model learned from: it takes them for normal.`
      : "",
    startMs <= to
      ? "The scored time overlaps the time that the model learned from: there it finds less."
      : "",
  ].filter((sentence) => sentence !== "");
}

function isLeftOut(
  { startMs, endMs }: LabelledSpan,
  { leftOut, robustPass }: Detector["training"],
): boolean {
  const gross = robustPass?.outcome === "left out" ? robustPass.spans : [];
  return [...leftOut?.spans ?? [], ...gross].some(({ start, end }) =>
    Date.parse(start) <= startMs && endMs <= Date.parse(end)
  );
}

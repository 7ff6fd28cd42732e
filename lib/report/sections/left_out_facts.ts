import { formatSpan } from "../../frame/units.ts";
import type { Facts } from "../document.ts";
import type { TrainingFacts } from "../report_input.ts";
import { grossText } from "../training/gross_words.ts";
import { countText } from "../words.ts";

/** Spans of training time that are named. */
const MOST_SPANS = 5;

/**
 * Tells what of its training time the model did not learn from.
 *
 * @param training The model's training.
 * @param intervalMs Milliseconds from one step to the next.
 * @returns A fact for what labels and one for what the robust pass left out; none
 *   where nothing was.
 */
export function leftOutFacts(
  training: TrainingFacts,
  intervalMs: number,
): Facts["items"] {
  return [
    ...labelledFacts(training, intervalMs),
    ...grossFacts(training, intervalMs),
  ];
}

/** What a robust pass found is told too where it was learned from after all. */
function grossFacts(
  { robustPass, steps }: TrainingFacts,
  intervalMs: number,
): Facts["items"] {
  if (robustPass === undefined || robustPass.spans.length === 0) return [];
  const found = grossText(robustPass, { intervalMs, steps });
  return robustPass.outcome === "left out"
    ? [{ term: "Not learned from, as gross", value: found }]
    : [{
      term: "Gross, and learned from",
      value: `${found}. It is too much of the training time to be left out.`,
    }];
}

function labelledFacts(
  { leftOut }: TrainingFacts,
  intervalMs: number,
): Facts["items"] {
  if (leftOut === undefined) return [];
  const { steps, spans } = leftOut;
  const named = spans.slice(0, MOST_SPANS).map(({ start, end, mark }) => {
    const span = formatSpan(Date.parse(start), Date.parse(end), { intervalMs });
    return mark === "maintenance" ? `${span} (maintenance)` : span;
  });
  const more = spans.length - named.length;
  return [{
    term: "Not learned from",
    value: `${countText(steps, "step")} of ${
      countText(spans.length, "labelled span")
    }: ${named.join("; ")}${more > 0 ? `; and ${more} more` : ""}`,
  }];
}

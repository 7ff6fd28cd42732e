import { formatSpan } from "../../frame/units.ts";
import type { Facts } from "../document.ts";
import type { TrainingFacts } from "../report_input.ts";
import { countText } from "../words.ts";

/** Spans of training time that are named. */
const MOST_SPANS = 5;

/**
 * Tells what of its training time the model did not learn from.
 *
 * @param training The model's training.
 * @param intervalMs Milliseconds from one step to the next.
 * @returns One fact; none where nothing was left out.
 */
export function leftOutFacts(
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

import { DAY_MS } from "../../frame/day_ms.ts";
import { formatSpan } from "../../frame/units.ts";
import type { ReportInput } from "../report_input.ts";
import type { GrossFacts } from "../training/robust_pass_facts.ts";
import { countText, nameText } from "../words.ts";

/** Training time that ends this long before the scored time is told of with it. */
const NEAR_MS = DAY_MS;

/** Spans that are named. */
const MOST_SPANS = 3;

/** Metrics that are named of a span. */
const MOST_SIGNALS = 2;

/**
 * Tells what stood out in training time that lies right beside the scored time: it
 * was neither learned from nor scored, and may be the very incident that somebody
 * looks for.
 *
 * @param input The report's input.
 * @returns A few sentences; `""` where nothing was left out as gross, or the
 *   training time is another one.
 */
export function notScoredText(
  { training, evaluation, run, table: { intervalMs } }: Pick<
    ReportInput,
    "training" | "evaluation" | "run" | "table"
  >,
): string {
  const { robustPass } = training;
  if (robustPass?.outcome !== "left out") return "";
  const scored = Date.parse(evaluation.span.start);
  const scoredEnd = Date.parse(evaluation.span.end);
  const isNear = run.split !== null ||
    Math.abs(scored - Date.parse(training.end)) <= NEAR_MS ||
    Math.abs(Date.parse(training.start) - scoredEnd) <= NEAR_MS;
  // What lies in the scored time too is scored there.
  const spans = robustPass.spans.filter(({ start, end }) =>
    Date.parse(end) < scored || Date.parse(start) > scoredEnd
  );
  if (!isNear || spans.length === 0) return "";
  const named = spans.slice(0, MOST_SPANS)
    .map((span) => spanText(span, intervalMs));
  const rest = spans.length - named.length;
  const isOne = spans.length === 1;
  return `${
    countText(spans.length, "stretch", "stretches")
  } of the time learned from stood out and ${
    isOne ? "was" : "were"
  } not learned from: ${named.join("; ")}${
    rest > 0 ? `; and ${rest} more` : ""
  }. ${
    isOne ? "It is not scored and not" : "They are not scored and not"
  } among the incidents; to score ${
    isOne ? "it" : "them"
  }, learn from other days with --train, or use a model of them with --model.`;
}

function spanText(
  { start, end, signals }: GrossFacts,
  intervalMs: number,
): string {
  const span = formatSpan(Date.parse(start), Date.parse(end), { intervalMs });
  const names = signals.slice(0, MOST_SIGNALS)
    .map(({ feature }) => nameText(feature));
  const more = signals.length - names.length;
  return `${span} (${names.join(", ")}${more > 0 ? ` and ${more} more` : ""})`;
}

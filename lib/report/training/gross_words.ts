import {
  formatDuration,
  formatQuantity,
  formatRange,
  formatSpan,
} from "../../frame/units.ts";
import { countText, listText, nameText, percentText } from "../words.ts";
import type {
  GrossFacts,
  GrossSignal,
  RobustPassFacts,
} from "./robust_pass_facts.ts";

/** Spans that are named. */
const MOST_SPANS = 5;

/** Metrics that are named of a span. */
const MOST_SIGNALS = 2;

/** The clock and the size of training data. */
export interface GrossContext {
  /** Milliseconds from one step to the next. */
  readonly intervalMs: number;
  /** Steps in the training data. */
  readonly steps: number;
}

/**
 * Says what a robust pass found, how much and where.
 *
 * @param pass The pass.
 * @param context Clock and size of the training data.
 * @returns Such as `"720 steps (12 h, 3.2 %) in 1 span: 2026-05-03 02:10–14:09 UTC,
 *   cpu-user at 3.98 cores (usually 0.21–0.62 cores)"`; `""` where nothing was.
 */
export function grossText(
  { steps, spans }: RobustPassFacts,
  { intervalMs, steps: all }: GrossContext,
): string {
  if (spans.length === 0) return "";
  const named = spans.slice(0, MOST_SPANS).map((span) =>
    spanText(span, intervalMs)
  );
  const more = spans.length - named.length;
  return `${countText(steps, "step")} (${formatDuration(steps * intervalMs)}, ${
    percentText(steps / all)
  }) in ${countText(spans.length, "span")}: ${named.join("; ")}${
    more > 0 ? `; and ${more} more` : ""
  }`;
}

function spanText(
  { start, end, signals }: GrossFacts,
  intervalMs: number,
): string {
  const span = formatSpan(Date.parse(start), Date.parse(end), { intervalMs });
  const named = signals.slice(0, MOST_SIGNALS).map(signalText);
  const more = signals.length - named.length;
  return `${span}, ${
    listText([...named, ...(more > 0 ? [`${more} more`] : [])])
  }`;
}

function signalText({ feature, unit, kind, value, usual }: GrossSignal) {
  const [low, high] = usual;
  return `${nameText(feature)} ${kind === "stuck" ? "stuck " : ""}at ${
    formatQuantity(value, unit)
  } (usually ${formatRange(low, high, unit)})`;
}

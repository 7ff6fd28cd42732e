import type { Contribution } from "@lib/detect/incident.ts";
import {
  formatDuration,
  formatQuantity,
  formatRange,
} from "@lib/frame/units.ts";
import type { NumberedIncident, ReportView } from "@lib/report/report_view.ts";
import { signalSpans } from "@lib/report/signal_spans.ts";
import { nameText, scoreText } from "@lib/report/words.ts";

/** One thing that happened, for the timeline of a postmortem. */
export interface TimelineEntry {
  /** Milliseconds since 1970 UTC. */
  readonly ms: number;
  /** What happened, without names of people and without a cause. */
  readonly what: string;
  /** The metric that says so; `"score"` for the model's. */
  readonly source: string;
}

/**
 * Tells an incident in the order of time: which signal left its expected band
 * when, when the score reached its threshold and its peak, when all was back.
 *
 * @param view The report's view.
 * @param one The incident.
 * @returns Entries in order of time.
 */
export function incidentTimeline(
  view: ReportView,
  one: NumberedIncident,
): TimelineEntry[] {
  const { incident, durationMs } = one;
  const { intervalMs } = view.input.table;
  const [startMs, peakMs] = [incident.start, incident.peak].map(Date.parse);
  const [start, peak] = [startMs ?? NaN, peakMs ?? NaN];
  const end = start + durationMs;
  if (incident.kind === "outage") {
    return [
      { ms: start, what: "the server cannot be read", source: "server-up" },
      {
        ms: end,
        what: `the server can be read again, after ${
          formatDuration(durationMs)
        }`,
        source: "server-up",
      },
    ];
  }
  const score = `${scoreText(incident.peakScore ?? NaN)} × threshold`;
  return [
    ...signalEntries(view, one),
    { ms: start, what: "the score reaches its threshold", source: "score" },
    { ms: peak, what: `the score peaks at ${score}`, source: "score" },
    {
      ms: end,
      what: `the score is below its threshold again, after ${
        formatDuration(Math.max(intervalMs, durationMs))
      }`,
      source: "score",
    },
  ].sort((a, b) => a.ms - b.ms);
}

function signalEntries(
  view: ReportView,
  one: NumberedIncident,
): TimelineEntry[] {
  const { contributions } = one.incident;
  return signalSpans(view, one).flatMap((span) => {
    const { feature, startMs, endMs, isOver } = span;
    const name = nameText(feature);
    const signal = contributions.find((part) => part.feature === feature);
    const worst = signal ? worstText(signal) : "";
    return [
      { ms: startMs, what: `${name} leaves its band${worst}`, source: name },
      {
        ms: endMs,
        what: isOver
          ? `${name} is back in its band`
          : `${name} is outside its band where the data ends`,
        source: name,
      },
    ];
  });
}

function worstText({ actual, band, unit, direction }: Contribution): string {
  const [low, high] = band ?? [NaN, NaN];
  return actual === null
    ? ""
    : ` ${direction === "high" ? "upwards" : "downwards"}, as far as ${
      formatQuantity(actual, unit)
    } (expected ${formatRange(low, high, unit)})`;
}

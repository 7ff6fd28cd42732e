import type { Contribution } from "../../detect/incident.ts";
import { formatBeside } from "../../frame/format_beside.ts";
import { formatDuration } from "../../frame/units.ts";
import type { LevelMove } from "../../measure/level_move.ts";
import { levelTexts, movesOf } from "../sections/change_words.ts";
import type { NumberedIncident, ReportView } from "../report_view.ts";
import { signalSpans } from "../signal_spans.ts";
import { untilText } from "../stretch_end.ts";
import { nameText, scoreText } from "../words.ts";
import { alarmSpan } from "./alarm_span.ts";
import type { TimelineEntry } from "./timeline_entry.ts";
import { warningEntries } from "./warning_entries.ts";

/**
 * Tells an incident in the order of time: which signal left its expected band
 * when, what was about to run out and what came of it, when the score reached its
 * threshold and its peak, when all was back, or that nobody saw it.
 *
 * @param view The report's view.
 * @param one The incident.
 * @returns Entries in order of time.
 */
export function incidentTimeline(
  view: ReportView,
  one: NumberedIncident,
): TimelineEntry[] {
  const entries = one.incident.kind === "outage"
    ? outageEntries(view, one)
    : [...signalEntries(view, one), ...scoreEntries(view, one)];
  return [...warningEntries(one), ...entries].sort((a, b) => a.ms - b.ms);
}

function outageEntries(
  view: ReportView,
  one: NumberedIncident,
): TimelineEntry[] {
  const { startMs, endMs, end } = alarmSpan(view, one);
  const length = formatDuration(endMs - startMs);
  const by = { source: "server-up", of: "alarm" } as const;
  return [
    { ms: startMs, what: "the server cannot be read", ...by },
    {
      ms: endMs,
      what: end === "seen"
        ? `the server can be read again, after ${length}`
        : `the server cannot be read ${untilText(end)}, after ${length}`,
      ...by,
    },
  ];
}

function scoreEntries(
  view: ReportView,
  one: NumberedIncident,
): TimelineEntry[] {
  const { peak, peakScore } = one.incident;
  const { startMs, endMs, end, isStartSeen, outsideMs } = alarmSpan(view, one);
  const { intervalMs } = view.input.table;
  const spanMs = Math.max(intervalMs, endMs - startMs);
  const length = outsideMs < spanMs
    ? `${formatDuration(outsideMs)} at or above it in ${formatDuration(spanMs)}`
    : formatDuration(spanMs);
  const times = `${scoreText(peakScore ?? NaN)} × threshold`;
  const by = { source: "score", of: "alarm" } as const;
  return [
    {
      ms: startMs,
      what: isStartSeen
        ? "the score reaches its threshold"
        : "the score is above its threshold where scoring begins",
      ...by,
    },
    { ms: Date.parse(peak), what: `the score peaks at ${times}`, ...by },
    {
      ms: endMs,
      what: end === "seen"
        ? `the score is below its threshold again, after ${length}`
        : `the score is above its threshold ${untilText(end)}, after ${length}`,
      ...by,
    },
  ];
}

function signalEntries(
  view: ReportView,
  one: NumberedIncident,
): TimelineEntry[] {
  const { contributions } = one.incident;
  const moves = movesOf(view, one.incident);
  return signalSpans(view, one).flatMap((span) => {
    const { feature, startMs, endMs, outsideMs, end, isStartSeen } = span;
    const pauses = outsideMs < endMs - startMs
      ? `, after ${formatDuration(outsideMs)} outside in ${
        formatDuration(endMs - startMs)
      }`
      : "";
    const name = nameText(feature);
    const signal = contributions.find((part) => part.feature === feature);
    const worst = signal ? worstText(signal) : "";
    return [
      {
        ms: startMs,
        what: isStartSeen
          ? `${name} leaves its band${worst}`
          : `${name} is outside its band where scoring begins${worst}`,
        source: name,
        of: "signal" as const,
        left: feature,
      },
      {
        ms: endMs,
        what: end === "seen"
          ? backText(name, {
            moved: moves.find((move) => move.feature === feature),
            pauses,
          })
          : `${name} is outside its band in its last value, ${
            untilText(end)
          }${pauses}`,
        source: name,
        of: "signal" as const,
      },
    ];
  });
}

/** What ends a signal's time outside its band. */
function backText(
  name: string,
  { moved, pauses }: {
    readonly moved: LevelMove | undefined;
    readonly pauses: string;
  },
): string {
  if (moved === undefined) return `${name} is back in its band${pauses}`;
  return moved.goesOn
    ? `${name} goes on with its trend: from here on it is judged against ${
      levelTexts(moved)[1]
    }`
    : `${name} has stayed at ${
      levelTexts(moved)[1]
    }: from here on it is judged against that level`;
}

function worstText({ actual, band, unit, direction }: Contribution): string {
  if (actual === null) return "";
  const [low, high] = band ?? [NaN, NaN];
  const { values, range } = formatBeside([actual], { low, high, unit });
  return ` ${direction === "high" ? "upwards" : "downwards"}, as far as ${
    values[0]
  } (expected ${range})`;
}

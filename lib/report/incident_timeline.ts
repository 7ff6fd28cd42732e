import type { Contribution } from "../detect/incident.ts";
import { formatBeside } from "../frame/format_beside.ts";
import { formatDuration } from "../frame/units.ts";
import type { LevelMove } from "../measure/level_move.ts";
import { levelTexts, movesOf } from "./sections/change_words.ts";
import type { NumberedIncident, ReportView } from "./report_view.ts";
import { signalSpans } from "./signal_spans.ts";
import { stretchEnd, untilText } from "./stretch_end.ts";
import { nearWarnings } from "./warnings/near_warnings.ts";
import { reachedText } from "./warnings/warning_text.ts";
import { nameText, scoreText } from "./words.ts";

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
 * when, what was about to run out, when the score reached its threshold and its peak, when all was back, or
 * that nobody saw it.
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

function warningEntries({ incident }: NumberedIncident): TimelineEntry[] {
  return nearWarnings(incident).map((warning) => ({
    ms: Date.parse(warning.standingSince),
    what: `the trend of ${
      nameText(warning.feature)
    } points to its limit from now on; by the incident's start to ${
      reachedText(warning)
    }`,
    source: nameText(warning.feature),
  }));
}

function outageEntries(
  { input: { table } }: ReportView,
  { incident, range, durationMs }: NumberedIncident,
): TimelineEntry[] {
  const start = Date.parse(incident.start);
  const width = table.metrics.length;
  const row = table.values.subarray(range.end * width, (range.end + 1) * width);
  const end = stretchEnd(
    table,
    range.end,
    row.find((value) => !Number.isNaN(value)),
  );
  const length = formatDuration(durationMs);
  const source = "server-up";
  return [
    { ms: start, what: "the server cannot be read", source },
    {
      ms: start + durationMs,
      what: end === "seen"
        ? `the server can be read again, after ${length}`
        : `the server cannot be read ${untilText(end)}, after ${length}`,
      source,
    },
  ];
}

function scoreEntries(
  { input: { table, score } }: ReportView,
  { incident, range, durationMs }: NumberedIncident,
): TimelineEntry[] {
  const [start, peak] = [incident.start, incident.peak].map(Date.parse);
  const times = `${scoreText(incident.peakScore ?? NaN)} × threshold`;
  const before = score[range.start - 1] ?? NaN;
  const end = stretchEnd(table, range.end, score[range.end]);
  const length = formatDuration(Math.max(table.intervalMs, durationMs));
  const source = "score";
  return [
    {
      ms: start ?? NaN,
      what: Number.isNaN(before)
        ? "the score is above its threshold where scoring begins"
        : "the score reaches its threshold",
      source,
    },
    { ms: peak ?? NaN, what: `the score peaks at ${times}`, source },
    {
      ms: (start ?? NaN) + durationMs,
      what: end === "seen"
        ? `the score is below its threshold again, after ${length}`
        : `the score is above its threshold ${untilText(end)}, after ${length}`,
      source,
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
    const { feature, startMs, endMs, end, isStartSeen } = span;
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
      },
      {
        ms: endMs,
        what: end === "seen"
          ? backText(name, moves.find((move) => move.feature === feature))
          : `${name} is outside its band in its last value, ${untilText(end)}`,
        source: name,
      },
    ];
  });
}

/** What ends a signal's time outside its band. */
function backText(name: string, moved: LevelMove | undefined): string {
  return moved === undefined
    ? `${name} is back in its band`
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

import { formatTime } from "../../frame/units.ts";
import type { LevelMove } from "../../measure/level_move.ts";
import type { Cell, Table } from "../document.ts";
import type { NumberedIncident, ReportView } from "../report_view.ts";
import { levelTexts, movesOf } from "../sections/change_words.ts";
import { timeOutText } from "../incident/time_out_text.ts";
import { type SignalSpan, signalSpans } from "../signal_spans.ts";
import { untilText } from "../stretch_end.ts";
import { nameText } from "../words.ts";
import { alarmSpan } from "./alarm_span.ts";
import { type TableClock, tableClock } from "./table_clock.ts";
import { type Chapter, evidenceOfTold, type Told } from "./told.ts";

const CAPTION =
  "When each contributing signal was back in its expected band. An incident " +
  "ends where the smoothed score falls below its threshold, which may be " +
  "before or after that. What was back in between was outside for the first of " +
  "two times, from first to last for the second; so with the score and its " +
  "threshold.";

/**
 * Tells of each contributing signal when it was back in its band, that it still
 * was out, or that it stayed at a new level.
 *
 * @param told What is written from.
 * @returns The chapter.
 */
export function recovery(told: Told): Chapter {
  const { view, incidents } = told;
  const times = incidents
    .flatMap((one) => [alarmSpan(view, one), ...signalSpans(view, one)])
    .flatMap(({ startMs, endMs }) => [startMs, endMs]);
  return {
    blocks: incidents.length === 0
      ? [{ kind: "paragraph", text: "There was nothing to recover from." }]
      : [recoveryTable(told, times)],
    evidence: evidenceOfTold(told, { times }),
  };
}

function recoveryTable(
  { view, incidents }: Told,
  times: readonly number[],
): Table {
  const isOne = view.subject !== null;
  const clock = tableClock(times, view.input.table.intervalMs);
  return {
    kind: "table",
    caption: CAPTION,
    columns: [
      ...(isOne ? [] : [{ title: "No.", align: "right" as const }]),
      { title: "Signal", align: "left" },
      { title: `First outside ${clock.zone}`, align: "left" },
      { title: `Back ${clock.zone}`, align: "left" },
      { title: "Outside in", align: "right" },
      { title: "How it ended", align: "left" },
    ],
    rows: incidents.flatMap((one) =>
      rowsOf(view, one, clock).map((row) =>
        isOne ? row : [String(one.number), ...row]
      )
    ),
  };
}

function rowsOf(
  view: ReportView,
  one: NumberedIncident,
  clock: TableClock,
): Cell[][] {
  const moves = movesOf(view, one.incident);
  const isOutage = one.incident.kind === "outage";
  const alarm = alarmSpan(view, one);
  const over = isOutage
    ? "the server can be read again"
    : "below its threshold again";
  return [
    rowOf(clock, alarm, { end: alarm.end === "seen" ? over : null }),
    ...signalSpans(view, one).map((span) => {
      const moved = moves.find(({ feature }) => feature === span.feature);
      if (moved !== undefined) return movedRow(clock, span, moved);
      const end = span.end === "seen" ? "back in its expected band" : null;
      return rowOf(clock, span, { end });
    }),
  ];
}

/** Who is out from when to when, and how that ended; `null` where nobody saw it. */
function rowOf(
  { options }: TableClock,
  { feature, startMs, endMs, outsideMs, isStartSeen, end: by }: SignalSpan,
  { end }: { readonly end: string | null },
): Cell[] {
  const since = formatTime(startMs, options);
  const length = timeOutText(outsideMs, endMs - startMs);
  const isWhole = isStartSeen && end !== null;
  return [
    nameText(feature),
    isStartSeen ? since : `before ${since}`,
    end === null ? "—" : formatTime(endMs, options),
    isWhole ? length : `at least ${length}`,
    end ?? (by === "seen" ? "" : `still out ${untilText(by)}`),
  ];
}

/** It did not come back: from some step on, where it is has become what is expected. */
function movedRow(
  clock: TableClock,
  span: SignalSpan,
  moved: LevelMove,
): Cell[] {
  const level = levelTexts(moved)[1];
  const from = formatTime(span.endMs, clock.options);
  const end = moved.goesOn
    ? `its trend goes on; judged against ${level} from ${from}`
    : `stayed at ${level}, against which it is judged from ${from}`;
  const [name = "", since = "", , length = ""] = rowOf(clock, span, { end });
  return [name, since, "—", length, end];
}

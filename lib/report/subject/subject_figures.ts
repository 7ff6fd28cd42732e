import { onsetOrder } from "../../detect/onset_order.ts";
import { formatDuration, formatTime } from "../../frame/units.ts";
import type { KeyFigure } from "../document.ts";
import { alarmDelay } from "../incident/alarm_delay.ts";
import { sideText } from "../incident/group_text.ts";
import { timeIn } from "../incident_clock.ts";
import { delayText } from "../replay_words.ts";
import type { NumberedIncident, ReportView } from "../report_view.ts";
import { countText, nameText, scoreText } from "../words.ts";

/**
 * Gives what is asked first of one incident: how long, how high, what left its
 * band first, how late it was caught, how sure it is; of an outage how long, and
 * whether it was the first.
 *
 * @param view The report's view.
 * @param one The incident.
 * @returns The figures, the most important first.
 */
export function subjectFigures(
  view: ReportView,
  one: NumberedIncident,
): KeyFigure[] {
  return one.incident.kind === "outage"
    ? [durationFigure(one), earlierFigure(view, one)]
    : [
      durationFigure(one),
      peakFigure(view, one),
      firstFigure(one),
      delayFigure(view, one),
      confidenceFigure(one),
    ];
}

function durationFigure(
  { incident, durationMs, section }: NumberedIncident,
): KeyFigure {
  return {
    term: "Duration",
    value: formatDuration(durationMs),
    detail: incident.kind === "outage" ? "an outage" : incident.severity,
    section,
  };
}

function peakFigure(
  view: ReportView,
  { incident, section }: NumberedIncident,
): KeyFigure {
  const { peakScore, peak } = incident;
  return {
    term: "Peak",
    value: peakScore === null ? "—" : `${scoreText(peakScore)} ×`,
    detail: `the threshold, at ${
      timeIn(view, incident, { ms: Date.parse(peak) })
    }`,
    section,
  };
}

/** How much earlier than the alarm there was something to see. */
function firstFigure({ incident, section }: NumberedIncident): KeyFigure {
  const [first] = onsetOrder(incident);
  const [signal] = first?.signals ?? [];
  if (first === undefined || signal === undefined) {
    return {
      term: "First signal",
      value: "—",
      detail: "none left its own band",
      section,
    };
  }
  const { leadMs, signals } = first;
  const more = signals.length - 1;
  const others = more === 0 ? "" : ` and ${more} more`;
  const names = `${nameText(signal.feature)} ${sideText(signal.direction)}`;
  return {
    term: "First signal",
    value: leadMs === 0
      ? "at the alarm"
      : `${formatDuration(Math.abs(leadMs))} ${
        leadMs > 0 ? "before" : "after"
      }`,
    detail: `${leadMs === 0 ? "" : "the alarm: "}${names}${others}`,
    section,
  };
}

function delayFigure(
  view: ReportView,
  one: NumberedIncident,
): KeyFigure {
  const { replay, budget } = view.input.evaluation;
  const isReplayed = replay.some(({ incidents }) =>
    incidents.some(({ id }) => id === one.incident.id)
  );
  return {
    term: "Delay of the alarm",
    value: delayText(alarmDelay(view, one).delayMs),
    detail: `at an alarm budget of ${nameText(budget.text)}`,
    section: isReplayed ? "replay" : null,
  };
}

function confidenceFigure({ incident, section }: NumberedIncident): KeyFigure {
  const { level = "not known", reasons = [] } = incident.confidence ?? {};
  const [reason = ""] = reasons;
  const more = reasons.length - 1;
  return {
    term: "Confidence",
    value: level,
    detail: more > 0 ? `${reason}; ${countText(more, "more reason")}` : reason,
    section,
  };
}

/** Whether it happens again and again. */
function earlierFigure(
  { incidents, input: { table } }: ReportView,
  { number }: NumberedIncident,
): KeyFigure {
  const earlier = incidents.filter((other) =>
    other.incident.kind === "outage" && other.number < number
  );
  return {
    term: "Outages before",
    value: String(earlier.length),
    detail: `since ${formatTime(table.startMs, table)}`,
    section: null,
  };
}

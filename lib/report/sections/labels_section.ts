import { evidenceOf } from "../evidence/evidence.ts";
import type {
  LabelledEvent,
  LabelledQuality,
} from "../../measure/evaluation.ts";
import { formatSpan } from "../../frame/units.ts";
import type { Cell, Section, Table } from "../document.ts";
import { type TableClock, tableClock } from "../postmortem/table_clock.ts";
import { replayedText } from "../replay_words.ts";
import type { NumberedIncident, ReportView } from "../report_view.ts";
import { countText, nameText, percentText } from "../words.ts";

/**
 * Compares with what people labelled.
 *
 * @param view The report's view.
 * @returns One section, or none where there are no labels.
 */
export function labelsSections(view: ReportView): Section[] {
  const { labels } = view.input.evaluation;
  if (labels === null) return [];
  return [{
    id: "labels",
    title: "Against labels",
    level: 2,
    evidence: evidenceOf(view.input, { basis: "labels" }),
    blocks: [
      {
        kind: "facts",
        items: [
          {
            term: "Events found",
            value: labels.eventRecall === null
              ? "no labelled event in the scored time"
              : `${labels.eventsFound} of ${labels.events} (${
                percentText(labels.eventRecall)
              })`,
          },
          {
            term: "False alarms",
            value: `${
              countText(labels.falseAlarms, "incident")
            } without a labelled event (${
              labels.falseAlarmsPerDay.toFixed(2)
            } a day)`,
          },
          ...markFacts(labels),
          ...(labels.topCauseOf > 0
            ? [{
              term: "First-ranked signal is a labelled cause",
              value: `${labels.topCauseRight} of ${labels.topCauseOf}`,
            }]
            : []),
          ...counterfactualFacts(labels),
        ],
      },
      eventsTable(view, labels.perEvent),
    ],
  }];
}

/**
 * Shows labelled events, and what was found of them.
 *
 * @param view The report's view.
 * @param events The events.
 * @returns A row an event.
 */
export function eventsTable(
  view: ReportView,
  events: readonly LabelledEvent[],
): Table {
  const { intervalMs } = view.input.table;
  const clock = tableClock(
    events.flatMap(({ start, end }) => [start, end].map(Date.parse)),
    intervalMs,
  );
  return {
    kind: "table",
    caption: "Labelled events. The delay is from the event's start to the " +
      "first step of the incident; on already: the incident is older.",
    columns: [
      { title: `Event ${clock.zone}`, align: "left", weight: 1.4 },
      { title: "Note", align: "left", weight: 2 },
      { title: "Labelled causes", align: "left", weight: 1.4 },
      { title: "Found as", align: "left", weight: 0.7 },
      { title: "Delay", align: "right", weight: 0.7 },
      { title: "First-ranked signal", align: "left", weight: 1.3 },
    ],
    rows: events.map((event) => row(view, event, clock)),
  };
}

/** Whether what would clear an alarm is what people named. */
function counterfactualFacts(
  { counterfactuals: { of, withCause, byChance } }: LabelledQuality,
): { term: string; value: string }[] {
  return of === 0 ? [] : [{
    term: "Signals that clear the alarm hold a labelled cause",
    value: `${withCause} of ${of}; as many random metrics: ${
      byChance.toFixed(1)
    } on average`,
  }];
}

/** What people said besides that there was an incident. */
function markFacts(
  { markedFalse, maintenance }: LabelledQuality,
): { term: string; value: string }[] {
  return [
    ...(markedFalse.spans === 0 ? [] : [{
      term: "Marked as no incident",
      value: `${countText(markedFalse.spans, "span")}, ${
        alarmedText(markedFalse)
      }`,
    }]),
    ...(maintenance.spans === 0 ? [] : [{
      term: "Maintenance",
      value: `${countText(maintenance.spans, "span")} with ${
        countText(maintenance.incidents, "incident")
      }: neither found, missed nor false, and left out of the days`,
    }]),
  ];
}

/** In how many of the spans that are no incident there was an alarm. */
function alarmedText(
  { spans, alarmed }: LabelledQuality["markedFalse"],
): string {
  if (alarmed === 0) {
    return spans === 1 ? "no alarm in it" : "none with an alarm";
  }
  return spans === 1
    ? "with an incident in it: a false alarm"
    : `with an incident in ${alarmed} of them: ${
      alarmed === 1 ? "a false alarm" : "false alarms"
    }`;
}

function row(
  view: ReportView,
  event: LabelledEvent,
  { options }: TableClock,
): Cell[] {
  const found = view.incidents.find(({ incident }) =>
    incident.id === event.incident
  );
  return [
    formatSpan(Date.parse(event.start), Date.parse(event.end), options),
    event.note === "" ? "—" : nameText(event.note),
    event.features.length === 0 ? "—" : event.features.map(nameText).join(", "),
    found === undefined
      ? event.incident === null ? "missed" : nameText(event.incident)
      : found.section === null
      ? `#${found.number}`
      : { text: `#${found.number}`, section: found.section },
    delayText(event, found),
    event.topFeature === null ? "—" : nameText(event.topFeature),
  ];
}

/** How late it was found, if not by an alarm that is older than the event. */
function delayText(
  { start, delaySeconds }: LabelledEvent,
  found: NumberedIncident | undefined,
): string {
  if (delaySeconds === null) return "—";
  const isOlder = found !== undefined &&
    Date.parse(found.incident.start) < Date.parse(start);
  return replayedText({
    delayMs: delaySeconds * 1000,
    ...(isOlder ? { wasOn: true } : {}),
  });
}

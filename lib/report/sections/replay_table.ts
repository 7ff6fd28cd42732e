import { firstDeviation } from "../../detect/first_deviation.ts";
import { sharedMs } from "../../frame/shared_time.ts";
import { formatTime } from "../../frame/units.ts";
import type { Cell, Table } from "../document.ts";
import { tableClock } from "../postmortem/table_clock.ts";
import { budgetText, DELAY_WORDS, replayedText } from "../replay_words.ts";
import type { NumberedIncident, ReportView } from "../report_view.ts";
import { nameText } from "../words.ts";

/** Labelled events in the table. */
const MOST_EVENTS = 50;

/**
 * Shows at which alarm budget what would have been caught, and how late: a row a
 * labelled event and a row an incident without one, else a row an
 * incident.
 *
 * @param view The report's view, with a replay.
 * @returns The table; of very many events and incidents it holds the first ones,
 *   and those that have a part of their own.
 */
export function replayTable(view: ReportView): Table {
  const { replay } = view.input.evaluation;
  const begun = [...eventRows(view), ...incidentRows(view)];
  const clock = tableClock(
    begun.map(({ ms }) => ms),
    view.input.table.intervalMs,
  );
  const events = replay[0]?.events?.length ?? 0;
  const isAll = events <= MOST_EVENTS &&
    view.incidents.every(({ section }) => section !== null);
  return {
    kind: "table",
    caption: `When each alarm budget would have alarmed. ${DELAY_WORDS}` +
      (isAll ? "" : " Not all are shown; evaluation.json has them."),
    columns: [
      { title: "No.", align: "left", weight: 0.4 },
      ...replay.map((budget) => ({
        title: budgetText(budget),
        align: "right" as const,
        weight: 0.8,
      })),
      {
        title: `${
          replay.some(({ events }) => events !== null)
            ? "Began"
            : "First deviation"
        } ${clock.zone}`,
        align: "left",
        weight: 1,
      },
      { title: "What", align: "left", weight: 1.8 },
    ],
    rows: begun.map(({ number, delays, ms, what }): Cell[] => [
      number,
      ...delays,
      formatTime(ms, clock.options),
      what,
    ]),
  };
}

/** A row, and when what it tells of began: milliseconds since 1970 UTC. */
interface Begun {
  readonly number: Cell;
  /** One a budget. */
  readonly delays: readonly string[];
  readonly ms: number;
  readonly what: string;
}

function eventRows(view: ReportView): Begun[] {
  const { labels, replay } = view.input.evaluation;
  const events = labels?.perEvent ?? [];
  return events.slice(0, MOST_EVENTS).map((event, i) => {
    const found = view.incidents
      .find(({ incident }) => incident.id === event.incident);
    return {
      number: found ? numberCell(found) : "—",
      delays: replay.map(({ events }) => replayedText(events?.[i])),
      ms: Date.parse(event.start),
      what: event.note === "" ? "labelled event" : nameText(event.note),
    };
  });
}

function incidentRows(view: ReportView): Begun[] {
  const { labels, replay } = view.input.evaluation;
  return view.incidents.flatMap((one) => {
    const { incident, section } = one;
    const isShown = section !== null && incident.kind === "anomaly" &&
      !isLabelled(one, view);
    if (!isShown) return [];
    const [first] = incident.contributions;
    const signal = first === undefined ? "—" : nameText(first.feature);
    return [{
      number: numberCell(one),
      delays: replay.map(({ incidents }) =>
        replayedText(incidents.find(({ id }) => id === incident.id))
      ),
      ms: firstDeviation(incident),
      what: labels === null ? signal : `no labelled event: ${signal}`,
    }];
  });
}

function isLabelled({ incident }: NumberedIncident, view: ReportView): boolean {
  const { evaluation: { labels }, table: { intervalMs } } = view.input;
  const span = {
    startMs: Date.parse(incident.start),
    endMs: Date.parse(incident.end),
    intervalMs,
  };
  return (labels?.perEvent ?? []).some(({ start, end }) =>
    sharedMs(span, { startMs: Date.parse(start), endMs: Date.parse(end) }) >= 0
  );
}

function numberCell({ number, section }: NumberedIncident): Cell {
  const text = `#${number}`;
  return section === null ? text : { text, section };
}

import { firstDeviation } from "../../detect/first_deviation.ts";
import { sharedMs } from "../../frame/shared_time.ts";
import { formatTime } from "../../frame/units.ts";
import type { BudgetReplay } from "../../measure/evaluation.ts";
import type { Cell, Table } from "../document.ts";
import { budgetText, caughtOf, delayText, hasEvents } from "../replay_words.ts";
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
  const rows = [...eventRows(view), ...incidentRows(view)];
  const events = replay[0]?.events?.length ?? 0;
  const isAll = events <= MOST_EVENTS &&
    view.incidents.every(({ section }) => section !== null);
  return {
    kind: "table",
    caption:
      "When each alarm budget would have alarmed. At once: at the very " +
      "step, or an alarm was on already." +
      (isAll ? "" : " Not all are shown; evaluation.json has them."),
    columns: [
      { title: "No.", align: "left", weight: 0.4 },
      ...replay.map((budget) => ({
        title: budgetText(budget),
        align: "right" as const,
        weight: 0.8,
      })),
      {
        title: replay.some(hasEvents) ? "Began" : "First deviation",
        align: "left",
        weight: 1.3,
      },
      { title: "What", align: "left", weight: 1.4 },
    ],
    rows,
  };
}

function eventRows(view: ReportView): Cell[][] {
  const { labels, replay } = view.input.evaluation;
  const events = labels?.perEvent ?? [];
  return events.slice(0, MOST_EVENTS).map((event, i) => {
    const found = view.incidents
      .find(({ incident }) => incident.id === event.incident);
    return [
      found ? numberCell(found) : "—",
      ...replay.map(({ events }) => delayText(events?.[i]?.delayMs ?? null)),
      timeText(Date.parse(event.start), view),
      event.note === "" ? "labelled event" : nameText(event.note),
    ];
  });
}

function incidentRows(view: ReportView): Cell[][] {
  const { labels, replay } = view.input.evaluation;
  return view.incidents.flatMap((one) => {
    const { incident, section } = one;
    const isShown = section !== null && incident.kind === "anomaly" &&
      !isLabelled(one, view);
    if (!isShown) return [];
    const [first] = incident.contributions;
    const signal = first === undefined ? "—" : nameText(first.feature);
    return [[
      numberCell(one),
      ...replay.map(({ incidents }) =>
        delayText(
          incidents.find(({ id }) => id === incident.id)?.delayMs ?? null,
        )
      ),
      timeText(firstDeviation(incident), view),
      labels === null ? signal : `no labelled event: ${signal}`,
    ]];
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

function timeText(ms: number, { input }: ReportView): string {
  return formatTime(ms, { intervalMs: input.table.intervalMs });
}

/**
 * Shows what each alarm budget would have caught in all, and at what cost.
 *
 * @param view The report's view, with a replay.
 * @returns The table.
 */
export function budgetsTable({ input }: ReportView): Table {
  const { replay, thresholds } = input.evaluation;
  const isLabelled = replay.some(({ events }) => events !== null);
  const others = isLabelled
    ? "false alarms, which touch no labelled event"
    : "alarms that touch none of these incidents";
  return {
    kind: "table",
    caption: "What each alarm budget would have caught, and what it would " +
      `have cost: ${others}, and alarms on normal time that was kept from training.`,
    columns: [
      { title: "Alarm budget", align: "left", weight: 1.2 },
      { title: "Threshold (× this run's)", align: "right", weight: 0.9 },
      { title: "Caught", align: "right", weight: 0.8 },
      { title: "Middle delay", align: "right", weight: 0.8 },
      {
        title: isLabelled ? "False alarms" : "Other alarms",
        align: "right",
        weight: 0.8,
      },
      { title: "The same a day", align: "right", weight: 0.7 },
      { title: "A day on normal time", align: "right", weight: 1.4 },
    ],
    rows: replay.map((budget) => {
      const { of, count, medianMs } = caughtOf(budget);
      return [
        budgetText(budget),
        (budget.threshold / thresholds.score).toFixed(2),
        `${count} of ${of}`,
        medianMs === null ? "—" : delayText(medianMs),
        budget.falseAlarms.toLocaleString("en-US"),
        rateText(budget.falseAlarmsPerDay),
        normalText(budget),
      ];
    }),
  };
}

/** How often it alarms on normal time, and whether anybody has seen that. */
function normalText({ expectedPerDay, extrapolated }: BudgetReplay): string {
  return extrapolated
    ? "extrapolated: rarer than that time shows"
    : rateText(expectedPerDay);
}

/**
 * Writes a number of alarms a day.
 *
 * @param perDay Alarms a day.
 * @returns Such as `"0"`, `"0.14"`, `"4.0"`, `"23"`.
 */
export function rateText(perDay: number): string {
  if (perDay === 0) return "0";
  if (perDay < 0.01) return "< 0.01";
  return perDay.toFixed(perDay >= 10 ? 0 : perDay >= 1 ? 1 : 2);
}

import { evidenceOf } from "../evidence/evidence.ts";
import { alarmDelay } from "../incident/alarm_delay.ts";
import { onsetOrder } from "../../detect/onset_order.ts";
import { formatDuration, formatTime } from "../../frame/units.ts";
import type { Block, Cell, Table } from "../document.ts";
import { groupText } from "../incident/group_text.ts";
import { onsetText } from "../incident/onset_text.ts";
import { delayText } from "../replay_words.ts";
import type { NumberedIncident, ReportView } from "../report_view.ts";
import { budgetsTable } from "../sections/budgets_table.ts";
import { DEVIATION, limitsText } from "../sections/replay_section.ts";
import { replayedTable } from "../sections/replayed_table.ts";
import { replayTable } from "../sections/replay_table.ts";
import { nameText } from "../words.ts";
import { paragraphs } from "./paragraphs.ts";
import { tableClock } from "./table_clock.ts";
import { type Chapter, figuresById, type Told } from "./told.ts";

const DELAY = `The delay counts from the first deviation: ${DEVIATION}.`;

const NONE = "no signal left its own band";

/**
 * Says when the first signal left its band, when the alarm came, and what other
 * alarm budgets would have caught.
 *
 * @param told What is written from.
 * @returns The chapter.
 */
export function detection(told: Told): Chapter {
  const { view, incidents } = told;
  const { subject, input: { evaluation, table } } = view;
  return {
    blocks: [
      ...(subject !== null
        ? oneBlocks(told, subject)
        : incidents.length === 0
        ? [{ kind: "paragraph" as const, text: "There was no alarm." }]
        : severalBlocks(view, incidents)),
      {
        kind: "paragraph",
        text: `The alarm budget of this run was ${
          nameText(evaluation.budget.text)
        }; a step is ${formatDuration(table.intervalMs)}.`,
      },
    ],
    evidence: evidenceOf(view.input, { basis: "labels" }),
  };
}

function oneBlocks(told: Told, one: NumberedIncident): Block[] {
  const { view } = told;
  const { incident, number } = one;
  const { intervalMs } = view.input.table;
  const time = (ms: number) => formatTime(ms, { intervalMs });
  if (incident.kind === "outage") {
    const text = `The server could not be read from ${
      time(Date.parse(incident.start))
    } on; that is an incident at once, whatever the alarm budget.`;
    return [{ kind: "paragraph", text }];
  }
  const { outsideMs, alarmMs, delay, first } = delayOf(view, one);
  const order = onsetText(incident, { intervalMs });
  return [
    {
      kind: "facts",
      items: [
        { term: "First signal outside its band", value: first },
        { term: "Outside since", value: time(outsideMs) },
        { term: "Alarm", value: time(alarmMs) },
        { term: "Delay", value: delay },
      ],
    },
    { kind: "paragraph", text: DELAY },
    ...(order === "" ? [] : [{ kind: "paragraph" as const, text: order }]),
    ...figuresById(told, [`incident-${number}-onset`]),
    ...replayedTable(view, one),
  ];
}

function severalBlocks(
  view: ReportView,
  incidents: readonly NumberedIncident[],
): Block[] {
  const { replay } = view.input.evaluation;
  return [
    delayTable(view, incidents),
    ...(replay.length === 0 ? [] : [
      replayTable(view),
      budgetsTable(view),
      ...paragraphs([limitsText(view.input.evaluation)]),
    ]),
  ];
}

function delayTable(
  view: ReportView,
  incidents: readonly NumberedIncident[],
): Table {
  const { intervalMs } = view.input.table;
  const delays = incidents.map((one) => ({ one, ...delayOf(view, one) }));
  const { zone, options } = tableClock(
    delays.flatMap(({ outsideMs, alarmMs }) => [outsideMs, alarmMs]),
    intervalMs,
  );
  return {
    kind: "table",
    caption:
      `When the first signal left its band, and when the alarm came. ${DELAY}`,
    columns: [
      { title: "No.", align: "right" },
      { title: "First signal outside its band", align: "left" },
      { title: `Outside since ${zone}`, align: "left" },
      { title: `Alarm ${zone}`, align: "left" },
      { title: "Delay since first deviation", align: "right" },
    ],
    rows: delays.map(({ one, first, outsideMs, alarmMs, delay }): Cell[] => {
      const alarm = formatTime(alarmMs, options);
      const number = String(one.number);
      return one.incident.kind === "outage"
        ? [number, "server-up", alarm, alarm, "at once"]
        : [number, first, formatTime(outsideMs, options), alarm, delay];
    }),
  };
}

function delayOf(view: ReportView, one: NumberedIncident) {
  const { alarmMs, delayMs } = alarmDelay(view, one);
  const [first] = onsetOrder(one.incident);
  const names =
    first?.signals.map(({ feature, others }) =>
      groupText(feature, others.map((other) => other.feature))
    ) ?? [];
  return {
    first: names.length === 0 ? NONE : names.join(", "),
    /** NaN where no signal did. */
    outsideMs: first?.ms ?? NaN,
    alarmMs,
    delay: delayText(delayMs),
  };
}

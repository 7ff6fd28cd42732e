import { formatTime } from "../../frame/units.ts";
import type { LevelMove } from "../../measure/level_move.ts";
import type { Block, Cell, Table } from "../document.ts";
import type { ReportView } from "../report_view.ts";
import { isJudged } from "../subject/shown_metrics.ts";
import { withTrends } from "../warnings/with_trends.ts";
import { nameText } from "../words.ts";
import { changeText, levelTexts } from "./change_words.ts";

/** Sentences of the summary. */
const MOST_TOLD = 6;

/** Rows of the table. */
const MOST_ROWS = 50;

/**
 * Lists the changes that made an alarm and stayed, for the summary.
 *
 * @param view The report's view.
 * @returns A list behind its heading sentence; none where nothing changed.
 */
export function changesList(view: ReportView): Block[] {
  const { input: { evaluation, table }, timeZone } = view;
  const told = withTrends(
    evaluation.changes.filter(({ incident }) => incident !== null),
    [
      ...evaluation.earlyWarnings,
      ...view.incidents.flatMap(({ incident }) => incident.earlyWarnings),
    ],
  );
  if (told.length === 0) return [];
  const options = { intervalMs: table.intervalMs, timeZone };
  const items = told.slice(0, MOST_TOLD)
    .map((move) => `${changeText(move, options)}.`);
  const more = told.length - items.length;
  return [
    {
      kind: "paragraph",
      text:
        `${
          told.some(({ goesOn }) => goesOn) ? "Changes" : "Changes that stayed"
        }: their incident ends where the score begins to judge against the ` +
        "new level.",
    },
    {
      kind: "list",
      items: more === 0 ? items : [
        ...items,
        `${more} more ${
          more === 1 ? "is" : "are"
        } in the table of changes under Data, with those that made no alarm.`,
      ],
    },
  ];
}

/**
 * Shows every level that moved, also those that made no alarm.
 *
 * @param view The report's view.
 * @returns A table; none where nothing changed.
 */
export function changesTable(view: ReportView): Table[] {
  const isTold = isJudged(view);
  const { evaluation } = view.input;
  const changes = withTrends(
    evaluation.changes.filter(({ feature }) => isTold(feature)),
    evaluation.earlyWarnings,
  );
  if (changes.length === 0) return [];
  const shown = changes.slice(0, MOST_ROWS);
  return [{
    kind: "table",
    caption:
      "Changes: metrics that moved to another level, and since when they are " +
      "judged against it. One that has moved before is followed without an " +
      "alarm. Goes on: it stayed at no level, but kept moving that way, as a " +
      "leak or a counter does." + (shown.length < changes.length
        ? ` The first ${shown.length} of ${changes.length}; evaluation.json has them all.`
        : ""),
    columns: [
      { title: "Metric", align: "left", weight: 1.8 },
      { title: "From", align: "right", weight: 0.9 },
      { title: "To", align: "right", weight: 0.9 },
      { title: "Moved (UTC)", align: "left", weight: 1.4 },
      { title: "Judged anew from", align: "left", weight: 1.4 },
      { title: "Until", align: "left", weight: 1.4 },
      { title: "Incident", align: "left", weight: 0.7 },
    ],
    rows: shown.map((move) =>
      row(view, move)
    ),
  }];
}

function row(view: ReportView, move: LevelMove): Cell[] {
  const { intervalMs } = view.input.table;
  const timeOf = (time: string) =>
    formatTime(Date.parse(time), { intervalMs, zone: "left out" });
  const [from, to] = levelTexts(move);
  const opened = view.incidents
    .find(({ incident }) => incident.id === move.incident);
  const number = opened === undefined ? "no alarm" : `#${opened.number}`;
  const section = opened?.section ?? null;
  return [
    nameText(move.feature),
    from,
    to,
    timeOf(move.since),
    timeOf(move.judgedFrom),
    move.goesOn ? "goes on" : move.until === null ? "—" : timeOf(move.until),
    section === null ? number : { text: number, section },
  ];
}

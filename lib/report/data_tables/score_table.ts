import type { Table } from "../document.ts";
import type { ReportView } from "../report_view.ts";
import { scoreText } from "../words.ts";
import { extentOf } from "./extent.ts";
import { spanText, TIME_COLUMN, toSpans } from "./spans.ts";

/** Incidents named in one row. */
const MOST_NAMED = 6;

/**
 * Gives the score over time as a table.
 *
 * @param view The report's view.
 * @returns A row a part of the time.
 */
export function scoreTable(view: ReportView): Table {
  const { score, table } = view.input;
  return {
    kind: "table",
    caption: "Highest score in each part of the time, in multiples of the " +
      "threshold, and the incidents in it.",
    columns: [
      TIME_COLUMN,
      { title: "Highest score, × threshold", align: "right" },
      { title: "Incidents", align: "right" },
    ],
    rows: toSpans({ start: 0, end: table.steps }).map((span) => {
      const inside = view.incidents
        .filter(({ range }) => range.start < span.end && range.end > span.start)
        .map(({ number }) => `#${number}`);
      const more = inside.length - MOST_NAMED;
      return [
        spanText(view, span),
        scoreText(extentOf(score, span).high),
        inside.slice(0, MOST_NAMED).join(", ") +
        (more > 0 ? ` and ${more} more` : ""),
      ];
    }),
  };
}

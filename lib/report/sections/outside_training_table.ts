import { formatBeside } from "../../frame/format_beside.ts";
import { formatDuration, formatTime } from "../../frame/units.ts";
import type { OutsideTraining } from "../../measure/outside_training.ts";
import type { Table } from "../document.ts";
import type { ReportView } from "../report_view.ts";
import { isJudged } from "../subject/shown_metrics.ts";
import { nameText, percentText } from "../words.ts";

/** Rows of the table. */
const MOST_ROWS = 60;

/**
 * Shows which metrics had values that the model never saw in training.
 *
 * @param view The report's view.
 * @returns A table, by falling share of time; none where nothing was outside.
 */
export function outsideTrainingTable(view: ReportView): Table[] {
  const { evaluation, table } = view.input;
  const isTold = isJudged(view);
  const outsideTraining = evaluation.outsideTraining
    .filter(({ feature }) => isTold(feature));
  if (outsideTraining.length === 0) return [];
  const { intervalMs } = table;
  const shown = outsideTraining.slice(0, MOST_ROWS);
  return [{
    kind: "table",
    caption:
      "Values never seen in training: outside the range that the network was " +
      "fitted to, what is expected of a metric is a guess. Shares are of its " +
      "measured steps." + (shown.length < outsideTraining.length
        ? ` The first ${shown.length} of ${outsideTraining.length}; evaluation.json has them all.`
        : ""),
    columns: [
      { title: "Metric", align: "left", weight: 1.8 },
      { title: "Learned range", align: "right", weight: 1.2 },
      { title: "How far beyond", align: "right", weight: 1.4 },
      { title: "How long", align: "right", weight: 0.9 },
      { title: "Share", align: "right", weight: 0.7 },
      { title: "First (UTC)", align: "left", weight: 1.4 },
    ],
    rows: shown.map((metric) => [
      nameText(metric.feature),
      ...rangeAndBeyond(metric),
      formatDuration(metric.steps * intervalMs),
      percentText(metric.share),
      formatTime(Date.parse(metric.firstAt), { intervalMs, zone: "left out" }),
    ]),
  }];
}

/** What was learned, and as far as it went on either side. */
function rangeAndBeyond(
  { unit, min, max, lowest, highest }: OutsideTraining,
): [range: string, beyond: string] {
  const sides = [
    ...(lowest < min ? [["down to", lowest] as const] : []),
    ...(highest > max ? [["up to", highest] as const] : []),
  ];
  const { values, range } = formatBeside(
    sides.map(([, value]) => value),
    { low: min, high: max, unit },
  );
  const beyond = sides.map(([word], i) => `${word} ${values[i]}`).join(", ");
  return [range, beyond];
}

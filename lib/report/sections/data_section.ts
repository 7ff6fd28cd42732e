import { evidenceOf } from "../evidence/evidence.ts";
import { coverageChart } from "../../chart/coverage_chart.ts";
import { excludedGroups } from "../../frame/excluded_groups.ts";
import { nameList } from "../../frame/name_list.ts";
import { takeMetrics } from "../../frame/take_metrics.ts";
import { formatQuantity } from "../../frame/units.ts";
import { coverageTable } from "../data_tables/coverage_table.ts";
import type { Block, Figure, Section, Table } from "../document.ts";
import { coverageData } from "../figures/data/coverage_data.ts";
import { metricStats } from "../metric_stats.ts";
import type { ReportView } from "../report_view.ts";
import { changesTable } from "./changes_blocks.ts";
import { outsideTrainingTable } from "./outside_training_table.ts";
import { shownMetrics } from "../subject/shown_metrics.ts";
import { dataFacts } from "./data_facts.ts";
import { countText, nameText, percentText } from "../words.ts";

/** Metrics in one figure of what has values when: their names stay readable. */
const MOST_COVERED = 60;

/**
 * Shows what the data holds: span, gaps, each metric in numbers, what was left
 * out.
 *
 * @param view The report's view.
 * @returns The section.
 */
export async function dataSection(view: ReportView): Promise<Section> {
  return {
    id: "data",
    title: "Data",
    level: 2,
    // What was left out, and what lies outside, is judged by what was learned.
    evidence: evidenceOf(view.input, { basis: ["score", "training"] }),
    blocks: [
      dataFacts(view),
      metricsTable(view),
      ...excludedBlocks(view),
      ...outsideTrainingTable(view),
      ...changesTable(view),
      ...await coverageFigures(view),
    ],
  };
}

function metricsTable(view: ReportView): Table {
  const { table } = view.input;
  const shown = shownIndices(view);
  return {
    kind: "table",
    caption: `${whichText(view)} Smallest, middle and largest value are of ` +
      "measured values; the last two columns are shares of the steps.",
    columns: [
      { title: "Metric", align: "left", weight: 1.8 },
      { title: "Unit", align: "left", weight: 0.8 },
      { title: "Min", align: "right", weight: 1 },
      { title: "Median", align: "right", weight: 1 },
      { title: "Max", align: "right", weight: 1 },
      { title: "Missing", align: "right", weight: 0.7 },
      { title: "Filled in", align: "right", weight: 0.7 },
    ],
    rows: shown.map((index) => {
      const { name, unit } = table.metrics[index]!;
      const stats = metricStats(table, index);
      return [
        nameText(name),
        unitText(unit),
        formatQuantity(stats.min, unit),
        formatQuantity(stats.median, unit),
        formatQuantity(stats.max, unit),
        percentText(stats.missingShare),
        percentText(stats.imputedShare),
      ];
    }),
  };
}

function whichText({ subject, input: { table } }: ReportView): string {
  return subject === null || subject.incident.kind === "outage"
    ? "The metrics that were scored."
    : `The metrics with a part in #${subject.number}, of ${table.metrics.length} that were scored, over all of the time.`;
}

/** Numbers of the metrics that are shown, those of a whole report in its order. */
function shownIndices(view: ReportView): number[] {
  const { metrics } = view.input.table;
  return shownMetrics(view)
    .map((name) => metrics.findIndex((metric) => metric.name === name));
}

function unitText(unit: string): string {
  if (unit === "") return "not known";
  return unit === "1" ? "plain number" : nameText(unit);
}

function excludedBlocks({ input: { table } }: ReportView): Block[] {
  if (table.excluded.length === 0) return [];
  return [{
    kind: "table",
    caption: "Columns that were left out, and why.",
    columns: [
      { title: "Column", align: "left", weight: 1 },
      { title: "Why", align: "left", weight: 0.6 },
      { title: "Detail", align: "left", weight: 2 },
    ],
    rows: excludedGroups(table.excluded).map(({ names, reason, detail }) => [
      nameList(names.map(nameText)),
      reason,
      detail,
    ]),
  }];
}

/** A few metrics a figure: a page is as high as it is. */
async function coverageFigures(view: ReportView): Promise<Figure[]> {
  const { table } = view.input;
  const { startMs, intervalMs, steps } = table;
  const metrics = shownIndices(view);
  const figures: Figure[] = [];
  for (let first = 0; first < metrics.length; first += MOST_COVERED) {
    const indices = metrics.slice(first, first + MOST_COVERED);
    const part = takeMetrics(table, indices);
    const alt = metrics.length <= MOST_COVERED
      ? `Which of ${countText(metrics.length, "metric")} has values when`
      : `Which of metrics ${first + 1} to ${
        first + indices.length
      } of ${metrics.length} has values when`;
    figures.push({
      kind: "figure",
      id: first === 0 ? "coverage" : `coverage-${figures.length + 1}`,
      svg: await coverageChart({
        startMs,
        intervalMs,
        steps,
        names: part.metrics.map(({ name }) => name),
        values: part.values,
        imputed: part.imputed,
      }, { label: alt }),
      caption:
        "When each metric has values: full bar measured, half bar filled in, " +
        "thin line none. One step without a value marks its whole pixel.",
      alt,
      evidence: evidenceOf(view.input, { basis: "data" }),
      table: coverageTable(view, part),
      data: () => coverageData(part),
    });
  }
  return figures;
}

import { coverageChart } from "@lib/chart/coverage_chart.ts";
import { stepTime } from "@lib/frame/metric_table.ts";
import type { Clock } from "@lib/frame/raw_table.ts";
import {
  formatDuration,
  formatQuantity,
  formatSpan,
} from "@lib/frame/units.ts";
import type {
  Block,
  Facts,
  Figure,
  Section,
  Table,
} from "@lib/report/document.ts";
import type { RunRecord } from "@lib/report/report_input.ts";
import { metricStats } from "@lib/report/metric_stats.ts";
import type { ReportView } from "@lib/report/report_view.ts";
import { countText, nameText, percentText } from "@lib/report/words.ts";

/** How the times were read, in words. */
const CLOCKS: Readonly<Record<Clock, string>> = {
  zoned: "as written, with their zone; shown in UTC",
  epoch: "seconds or milliseconds since 1970; shown in UTC",
  naive: "written without a zone and taken as UTC",
  offset: "seconds since the first row, placed by --start",
  unplaced:
    "seconds since the first row, shown as if it was 1970-01-01 00:00 UTC",
};

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
    blocks: [
      facts(view),
      metricsTable(view),
      ...excludedBlocks(view),
      await coverageFigure(view),
    ],
  };
}

function facts({ input: { table, run } }: ReportView): Facts {
  const { intervalMs, steps, gaps, facts } = table;
  const gapSteps = gaps.reduce((sum, { start, end }) => sum + end - start, 0);
  const badCells = facts.badCells.reduce((sum, { count }) => sum + count, 0);
  const troubles = [
    [
      facts.duplicates,
      "row with the time of another",
      "rows with the time of another",
    ],
    [facts.unordered, "row out of order", "rows out of order"],
    [
      facts.badTimes,
      "row without a readable time",
      "rows without a readable time",
    ],
    [badCells, "cell that is no number", "cells that are no number"],
    [facts.infinite, "infinite value", "infinite values"],
  ] as const;
  const found = troubles.filter(([count]) => count > 0)
    .map(([count, one, many]) => countText(count, one, many));
  return {
    kind: "facts",
    items: [
      { term: "Host", value: nameText(table.host) },
      {
        term: "Span",
        value: `${
          formatSpan(
            stepTime(table, 0),
            stepTime(table, Math.max(0, steps - 1)),
            {
              intervalMs,
            },
          )
        } (${formatDuration(steps * intervalMs)})`,
      },
      {
        term: "Interval",
        value: `${formatDuration(intervalMs)}, ${countText(steps, "step")}`,
      },
      {
        term: "Rows read",
        value: `${facts.rows.toLocaleString("en-US")} from ${
          dataFiles(run, facts.files).map(nameText).join(", ")
        }`,
      },
      { term: "Times", value: CLOCKS[facts.clock] },
      {
        term: "Gaps",
        value: gaps.length === 0
          ? "none"
          : `${countText(gaps.length, "gap")}, ${
            formatDuration(gapSteps * intervalMs)
          } in all`,
      },
      {
        term: "Put right in reading",
        value: found.length === 0 ? "nothing" : found.join(", "),
      },
    ],
  };
}

/** The scored files as the run's record names them, which is how the user did. */
function dataFiles(run: RunRecord, files: readonly string[]): string[] {
  const named = run.inputs.filter(({ role }) => role === "data");
  return named.length > 0 ? named.map(({ path }) => path) : [...files];
}

function metricsTable({ input: { table } }: ReportView): Table {
  return {
    kind: "table",
    caption:
      "The metrics that were scored. Smallest, middle and largest value are of " +
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
    rows: table.metrics.map(({ name, unit }, index) => {
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
    rows: table.excluded.map(({ name, reason, detail }) => [
      nameText(name),
      reason,
      detail,
    ]),
  }];
}

async function coverageFigure(
  { input: { table } }: ReportView,
): Promise<Figure> {
  const { startMs, intervalMs, steps, metrics, values, imputed } = table;
  const alt = `Which of ${countText(metrics.length, "metric")} has values when`;
  return {
    kind: "figure",
    id: "coverage",
    svg: await coverageChart({
      startMs,
      intervalMs,
      steps,
      names: metrics.map(({ name }) => name),
      values,
      imputed,
    }, { label: alt }),
    caption:
      "When each metric has values: full bar measured, half bar filled in, " +
      "thin line none. One step without a value marks its whole pixel.",
    alt,
  };
}

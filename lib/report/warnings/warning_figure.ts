import { exhaustionChart } from "../../chart/exhaustion_chart.ts";
import type { EarlyWarning } from "../../detect/trend/early_warning.ts";
import { valueAt } from "../../detect/trend/limited_series.ts";
import { DAY_MS } from "../../frame/day_ms.ts";
import { formatQuantity, formatTime } from "../../frame/units.ts";
import type { Figure, Table } from "../document.ts";
import { warningData } from "../figures/data/warning_data.ts";
import { evidenceOf } from "../evidence/evidence.ts";
import type { ReportInput } from "../report_input.ts";
import { nameText } from "../words.ts";
import { reachedText } from "./warning_text.ts";

/** Where a figure stands. */
export interface WarningFigureOptions {
  /** File name without ending, unique in the document. */
  readonly id: string;
}

/**
 * Draws a warning: measured, trend, limit, interval.
 *
 * @param warning The warning.
 * @param input The report's input, with the metrics that can run out.
 * @param options Its name.
 * @returns The figure; none where the metric is not among them.
 */
export async function warningFigure(
  warning: EarlyWarning,
  input: ReportInput,
  { id }: WarningFigureOptions,
): Promise<Figure[]> {
  const { feature, unit, limit, level, exhaustedAt, lookBackMs } = warning;
  const series = input.limited.find(({ name }) => name === feature);
  if (series === undefined) return [];
  const sinceMs = Date.parse(warning.since);
  const [early, late] = warning.interval.map(Date.parse);
  const name = nameText(feature);
  const values = {
    ...{ name: feature, unit },
    startMs: series.startMs,
    intervalMs: series.intervalMs,
    values: series.left.map((left) => valueAt(series, left)),
  };
  const exhaustion = {
    ...{ limit, level, sinceMs },
    nowMs: sinceMs + lookBackMs,
    exhaustedMs: Date.parse(exhaustedAt),
    intervalMs: [early!, late!],
  } as const;
  const alt = `${name} on its way to ${reachedText(warning)}`;
  return [{
    kind: "figure",
    id,
    svg: await exhaustionChart(values, exhaustion, { label: alt }),
    data: () => warningData(values, exhaustion),
    caption: captionOf(warning),
    alt,
    evidence: evidenceOf(input, {
      basis: "history",
      times: [sinceMs, sinceMs + lookBackMs, exhaustion.exhaustedMs, late!],
    }),
    table: warningTable(warning),
  }];
}

function captionOf({ feature, limit, unit }: EarlyWarning): string {
  return `${
    nameText(feature)
  }: measured (line), its trend over the time before (dashed) ` +
    `drawn on to ${formatQuantity(limit, unit)} (orange), and the 95 % ` +
    "interval of the trend (shaded). The trend is without the daily rhythm, " +
    "where three days before show one. Nothing right of the dotted line was " +
    "known: it holds if the trend goes on.";
}

function warningTable(warning: EarlyWarning): Table {
  const { feature, unit, limit, level, lookBackMs, exhaustedAt } = warning;
  const sinceMs = Date.parse(warning.since);
  const [early, late] = warning.interval.map(Date.parse);
  return {
    kind: "table",
    caption: `The trend of ${
      nameText(feature)
    }, and what it comes to if it goes on.`,
    columns: [
      { title: "Time (UTC)", align: "left" },
      { title: "What", align: "left" },
      { title: "Value", align: "right" },
    ],
    rows: [
      [sinceMs, "the trend's first moment", startOf(warning)],
      [sinceMs + lookBackMs, "the last moment that is known", level],
      [early!, "the limit, at the soonest", limit],
      [Date.parse(exhaustedAt), "the limit, by the trend", limit],
      [late!, "the limit, at the latest", limit],
    ].map(([ms, what, value]) => [
      formatTime(Number(ms), { intervalMs: 60_000, zone: "left out" }),
      String(what),
      formatQuantity(Number(value), unit),
    ]),
  };
}

function startOf({ level, slopePerDay, lookBackMs }: EarlyWarning): number {
  return level - slopePerDay * lookBackMs / DAY_MS;
}

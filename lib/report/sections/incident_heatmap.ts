import { evidenceOf } from "../evidence/evidence.ts";
import { heatmapChart } from "../../chart/heatmap_chart.ts";
import type { TrendSeries } from "../../chart/trend_series.ts";
import type { StepRange } from "../../frame/metric_table.ts";
import { extentOf } from "../data_tables/extent.ts";
import { heatmapTable } from "../data_tables/heatmap_table.ts";
import type { Figure } from "../document.ts";
import { heatmapData } from "../figures/data/heatmap_data.ts";
import type { NumberedIncident, ReportView } from "../report_view.ts";
import { listText } from "../words.ts";

/** Rows of a heatmap. */
const MOST_ROWS = 30;

/** Rows of a heatmap that are there however small their errors. */
const LEAST_ROWS = 8;

/** Errors from here on earn a metric a row: it was outside its band. */
const NOTABLE = 1;

/** What figures of an incident show. */
export interface IncidentFigureOptions {
  /** Features, the most important first. */
  readonly ranked: readonly TrendSeries[];
  /** Steps to draw. */
  readonly range: StepRange;
}

/**
 * Draws how far features were from what was expected around an incident.
 *
 * @param view The report's view.
 * @param one The incident.
 * @param options Features and steps.
 * @returns The figure, with its table.
 */
export async function incidentHeatmap(
  view: ReportView,
  { incident, number }: NumberedIncident,
  { ranked, range }: IncidentFigureOptions,
): Promise<Figure> {
  const { table } = view.input;
  const notable = ranked.filter((series, index) =>
    index < LEAST_ROWS || highestError(series, range) >= NOTABLE
  );
  const shown = notable.slice(0, MOST_ROWS);
  // Rows that are drawn, then quiet ones.
  const told = [...new Set([...shown, ...ranked])].slice(0, MOST_ROWS);
  const alt = `Errors of ${shown.length} metrics around incident #${number}`;
  return {
    kind: "figure",
    id: `incident-${number}-heatmap`,
    svg: await heatmapChart({
      startMs: table.startMs,
      intervalMs: table.intervalMs,
      rows: shown.map(({ name, expected }) => ({
        name,
        errors: expected?.errors ?? new Float32Array(table.steps).fill(NaN),
      })),
    }, {
      range,
      marked: [
        Date.parse(incident.start),
        Date.parse(incident.end) + table.intervalMs,
      ],
      label: alt,
    }),
    caption:
      "Distance of each metric from what was expected, in multiples of its own " +
      "threshold; from 1 on it is outside its band. Dashed lines: start and end." +
      leftOutText(
        ranked.length - notable.length,
        notable.length - shown.length,
      ),
    alt,
    evidence: evidenceOf(view.input, { basis: "score", range }),
    table: heatmapTable(view, told, { range, number }),
    data: () => heatmapData(view, shown, range),
  };
}

function highestError({ expected }: TrendSeries, range: StepRange): number {
  return expected === undefined ? 0 : extentOf(expected.errors, range).high;
}

function leftOutText(calm: number, minor: number): string {
  const parts = [
    ...(calm > 0 ? [`further metrics inside their bands (${calm})`] : []),
    ...(minor > 0 ? [`metrics with smaller shares (${minor})`] : []),
  ];
  return parts.length === 0 ? "" : ` Left out: ${listText(parts)}.`;
}

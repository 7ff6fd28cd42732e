import { evidenceOf } from "../evidence/evidence.ts";
import type { ChartDetail } from "../../chart/detail/add_detail.ts";
import { TREND_BUCKETS, trendChart } from "../../chart/trend_chart.ts";
import type { TrendSeries } from "../../chart/trend_series.ts";
import { NARROW_WIDTH } from "../../chart/theme.ts";
import { trendTable } from "../data_tables/trend_table.ts";
import { thinnedText } from "../detail/thinned_text.ts";
import { trendDetails } from "../detail/trend_details.ts";
import type { Figure, Section } from "../document.ts";
import type { StepRange } from "../../frame/metric_table.ts";
import { seriesData } from "../figures/data/series_data.ts";
import type { ReportView } from "../report_view.ts";
import { ringsText } from "../incident/rings_text.ts";
import { shadesText } from "../incident/shades_text.ts";
import { shownMetrics } from "../subject/shown_metrics.ts";
import { countText, nameText, percentText } from "../words.ts";

/** Size of a chart on paper. */
const PAPER = { width: NARROW_WIDTH, height: 150, buckets: 110 } as const;

/** Metrics that are drawn. */
const MOST_TRENDS = 60;

/**
 * Shows every metric over the whole time, those that contributed most to an
 * incident first; of a report about one incident those with a part in it.
 *
 * @param view The report's view.
 * @returns The section.
 */
export async function trendsSection(view: ReportView): Promise<Section> {
  const { ranked, involved } = rank(view);
  const shown = ranked.slice(0, MOST_TRENDS);
  const figures: Figure[] = [];
  const details = trendDetails(shown);
  for (const [index, series] of shown.entries()) {
    const detail = details[index];
    const number = index + 1;
    figures.push(await trendFigure(view, series, { number, detail }));
  }
  const thinned = thinnedText(
    shown.map(({ values }, i) => ({
      values,
      detail: details[i]?.parts["measured"],
    })),
    { buckets: TREND_BUCKETS },
  );
  const left = view.series.length - shown.length;
  return {
    id: "trends",
    title: "Metrics over time",
    level: 2,
    evidence: evidenceOf(view.input, { basis: "score" }),
    blocks: [
      {
        kind: "paragraph",
        text: legendText(view, shown) + choiceText(view, involved) +
          (left > 0 ? ` ${left} further metrics are not drawn.` : "") +
          (thinned === "" ? "" : ` ${thinned}`),
      },
      ...figures,
    ],
  };
}

/** Orders features by their largest share as a cause; the others keep the table's order. */
function rank(
  view: ReportView,
): { ranked: TrendSeries[]; involved: number } {
  const { series, told } = view;
  const largest = new Map<string, number>();
  for (const { incident } of told) {
    for (const { feature, share, isCause } of incident.contributions) {
      if (!isCause) continue;
      largest.set(feature, Math.max(share, largest.get(feature) ?? 0));
    }
  }
  const share = ({ name }: TrendSeries) => largest.get(name) ?? 0;
  const chosen = new Set(shownMetrics(view));
  return {
    ranked: series.filter(({ name }) => chosen.has(name))
      .sort((a, b) => share(b) - share(a)),
    involved: series.filter(({ name }) => largest.has(name)).length,
  };
}

function choiceText({ subject }: ReportView, involved: number): string {
  if (subject !== null) {
    return ` Drawn are the metrics with a part in #${subject.number}.`;
  }
  return involved > 0
    ? ` Metrics that passed their own threshold in an incident come first (${involved}).`
    : "";
}

function legendText(view: ReportView, shown: readonly TrendSeries[]): string {
  return "Line: measured, broken where there is no value or it was filled in. " +
    "Green area: the band that the model expected. " +
    `${ringsText(shown, wholeOf(view))} ${shadesText(view)}`;
}

function wholeOf({ input }: ReportView): StepRange {
  return { start: 0, end: input.table.steps };
}

async function trendFigure(
  view: ReportView,
  series: TrendSeries,
  { number, detail }: {
    readonly number: number;
    readonly detail: ChartDetail | undefined;
  },
): Promise<Figure> {
  const { chartIncidents, input } = view;
  const threshold = input.evaluation.thresholds.features
    .find(({ feature }) => feature === series.name);
  const name = nameText(series.name);
  const passed = threshold === undefined
    ? ""
    : threshold.passedSteps === 0
    ? ": never outside its band"
    : `: ${countText(threshold.passedSteps, "step")} outside its band (${
      percentText(threshold.passedShare)
    })`;
  return {
    kind: "figure",
    id: `trend-${number}`,
    svg: await trendChart(series, {
      incidents: chartIncidents,
      detail,
      label: `${name} over time${passed}`,
    }),
    paper: await trendChart(series, {
      incidents: chartIncidents,
      ...PAPER,
      label: `${name} over time${passed}`,
    }),
    caption: `${name}${passed}.`,
    alt: `${name} over time${passed}`,
    legend: legendText(view, [series]),
    metric: series.name,
    evidence: evidenceOf(input, { basis: "score" }),
    table: trendTable(view, series),
    data: () =>
      seriesData(view, [series], {
        range: wholeOf(view),
        names: "left out",
      }),
  };
}

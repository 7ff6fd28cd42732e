import { expectedBand } from "@lib/detect/expected_band.ts";
import { actualExpectedChart } from "@lib/chart/actual_expected_chart.ts";
import type { ChartIncident } from "@lib/chart/incident_layout.ts";
import { contributionChart } from "@lib/chart/contribution_chart.ts";
import { correlationChart } from "@lib/chart/correlation_chart.ts";
import { coverageChart } from "@lib/chart/coverage_chart.ts";
import { exhaustionChart } from "@lib/chart/exhaustion_chart.ts";
import { heatmapChart } from "@lib/chart/heatmap_chart.ts";
import { lossChart } from "@lib/chart/loss_chart.ts";
import { onsetChart } from "@lib/chart/onset_chart.ts";
import { scoreChart } from "@lib/chart/score_chart.ts";
import { trendChart } from "@lib/chart/trend_chart.ts";
import type { TrendSeries } from "@lib/chart/trend_series.ts";
import type { ReportInput } from "@lib/report/report_input.ts";
import { sampleReportInput } from "./sample_report_input.ts";

/**
 * Draws each kind of chart once.
 *
 * @param input What to draw. Plain names by default.
 * @returns SVG text by the chart's name.
 */
export async function chartSamples(
  input: ReportInput = sampleReportInput(),
): Promise<Record<string, string>> {
  const { table, score } = input;
  const { startMs, intervalMs, steps } = table;
  const clock = { startMs, intervalMs };
  const incidents = input.incidents.map((incident, index): ChartIncident => ({
    number: index + 1,
    startMs: Date.parse(incident.start),
    endMs: Date.parse(incident.end) + intervalMs,
    kind: incident.kind,
  }));
  const all = table.metrics.map((_, f) => trend(input, f));
  const [first, second, third, fourth] = all;
  const contributions = input.incidents[2]!.contributions;
  const range = { start: 440, end: 520 };
  const high = score.map((value) => value >= 1 ? value ** 2.6 : value);
  const names = table.metrics.map(({ name }) => name);
  const { expected: _, ...plain } = third!;
  const nowMs = startMs + 360 * intervalMs;
  const memory = {
    ...plain,
    // It falls from what it is to 6 GiB.
    values: third!.values.map((value, t) => value - t / 360 * 3 * 2 ** 30),
  };
  return {
    trend: await trendChart(third!, { incidents }),
    trend_plain: await trendChart(plain),
    trend_empty: await trendChart({
      ...plain,
      values: plain.values.map(() => NaN),
    }),
    score: await scoreChart({
      ...clock,
      score: score.map((v) => Math.min(v, 4)),
    }, {
      incidents,
    }),
    score_high: await scoreChart({ ...clock, score: high }, { incidents }),
    contributions: await contributionChart(
      [...contributions, ...contributions].map((bar) => ({
        ...bar,
        share: bar.share / 2,
        own: bar.share / 3,
      })).sort((a, b) => b.share - a.share),
    ),
    heatmap: await heatmapChart({
      ...clock,
      rows: all.map(({ name, expected }) => ({
        name,
        errors: expected!.errors,
      })),
    }, {
      range: { start: 340, end: 520 },
      marked: [incidents[2]!.startMs, incidents[2]!.endMs],
    }),
    actual_expected: await actualExpectedChart([third!, fourth!, first!], {
      range,
      incidents,
      label: "Actual against expected",
    }),
    onset: await onsetChart(
      names.slice(0, 4).map((name, i) => ({ name, afterMs: 20_000 * i ** 2 })),
      { alarmMs: 40_000 },
    ),
    loss: await lossChart(input.training.losses, {
      bestEpoch: input.training.bestEpoch,
    }),
    exhaustion: await exhaustionChart(memory, {
      ...{ limit: 0, sinceMs: clock.startMs, nowMs, level: 5.7 * 2 ** 30 },
      exhaustedMs: nowMs + 11.5 * 3_600_000,
      intervalMs: [nowMs + 9 * 3_600_000, nowMs + 16 * 3_600_000],
    }, { label: `${third!.name} on its way to its limit` }),
    coverage: await coverageChart({
      ...clock,
      steps,
      names,
      values: table.values,
      imputed: table.imputed,
    }),
    correlations: await correlationChart({
      names,
      values: names.flatMap((_, y) =>
        names.map((_, x) =>
          x === y ? 1 : Math.cos(3 * x + 5 * y + 3 * y + 5 * x)
        )
      ),
    }, { label: `Correlations of ${second!.name} and others` }),
  };
}

function trend({ table, ...input }: ReportInput, f: number): TrendSeries {
  const column = (values: ArrayLike<number>) =>
    Float32Array.from(
      { length: table.steps },
      (_, t) => values[t * table.metrics.length + f]!,
    );
  const { name, unit } = table.metrics[f]!;
  const center = column(input.expected);
  const band = input.bands[f]!;
  return {
    name,
    unit,
    startMs: table.startMs,
    intervalMs: table.intervalMs,
    values: column(table.values),
    expected: {
      center,
      low: center.map((value) => expectedBand(value, band)[0]),
      high: center.map((value) => expectedBand(value, band)[1]),
      errors: column(input.errors),
    },
  };
}

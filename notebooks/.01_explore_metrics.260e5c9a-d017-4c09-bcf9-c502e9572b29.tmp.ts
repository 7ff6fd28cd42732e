// deno-lint-ignore-file no-console ban-unused-ignore
export {};
import { parseParams } from "@lib/pipeline/params.ts";
import { readParams } from "@lib/pipeline/read_params.ts";

const params = await readParams(parseParams, {
  data: "data/samples/server-1.train.parquet",
});
;
import { stepTime } from "@lib/frame/metric_table.ts";
import { formatDuration, formatSpan } from "@lib/frame/units.ts";
import { explore } from "@lib/pipeline/explore.ts";

const { grid, table, stats, correlations, rhythms } = await explore(params);
const { facts, intervalMs, steps } = grid;
const end = stepTime(grid, steps - 1);
const length = formatDuration(steps * intervalMs);
const repeating = rhythms
  .flatMap(({ period, ...rest }) => period ? [{ ...rest, ...period }] : [])
  .sort((one, other) => other.correlation - one.correlation);
const [beat] = repeating;
;
const days = (steps * intervalMs) / 86_400_000;
const rhythm = beat
  ? `\`${beat.name}\` repeats most clearly, every ${formatDuration(beat.ms)}`
  : "no metric repeats clearly";
Deno.jupyter.md`**In short:** ${length} recorded, gaps: ${grid.gaps.length}.
Metrics to learn: ${table.metrics.length}, left out: ${table.excluded.length};
${rhythm}. ${
  days < 2 ? "Too short" : "Long enough"
} to show a rhythm of the day.`;
;
import { basename } from "node:path";
import pl from "nodejs-polars";

const down = grid.up.filter((up) => up === 0).length;
pl.DataFrame([
  ["server", grid.host],
  ["files", facts.files.map((file) => basename(file)).join(", ")],
  ["recorded", formatSpan(grid.startMs, end, { intervalMs })],
  ["steps", `${steps} of ${formatDuration(intervalMs)}`],
  ["rows", `${facts.rows}`],
  ["of them without a time", `${facts.badTimes} (dropped)`],
  ["of them with the same time", `${facts.duplicates} (the last one counts)`],
  ["server could not be read", `${down} steps`],
].map(([what, found]) => ({ what, found })));
;
import { coverageChart } from "@lib/chart/coverage_chart.ts";
import { showSvg } from "@lib/pipeline/show_svg.ts";

const recorded = grid.metrics.map(({ name }) => name);
showSvg(await coverageChart({ ...grid, names: recorded }));
;
const gaps = grid.gaps.map(({ start, end }) =>
  formatSpan(stepTime(grid, start), stepTime(grid, end), { intervalMs })
);
const filled = stats.filter(({ imputed }) => imputed > 0);
Deno.jupyter.md`${
  gaps.length === 0
    ? "**No gap:** at every step every metric has a value."
    : `**Gaps (${gaps.length}):** ${gaps.slice(0, 10).join("; ")}.`
} Values were filled in for ${filled.length} of ${grid.metrics.length} metrics.`;
;
import { m4 } from "@lib/chart/m4.ts";
import { takeMetrics } from "@lib/frame/take_metrics.ts";

const learned = table.metrics.map(({ name }) => name);
const columns = learned.map((_, f) => takeMetrics(table, [f]).values);
const points = learned.flatMap((name, f) =>
  m4(columns[f] ?? [], { buckets: 90 }).map((t) => ({
    name,
    time: new Date(stepTime(table, t)),
    value: columns[f]?.[t] ?? NaN,
  }))
);
;
import { loadPlot } from "@lib/chart/plot.ts";
import { HUES } from "@lib/chart/theme.ts";
import { timeAxis } from "@lib/chart/time_axis.ts";

const runtime = await loadPlot();
const { Plot, document, toText } = runtime;
const paper = { document, width: 860, marginLeft: 160, marginRight: 20 };
const domain = [grid.startMs, end] as const;
const clock = timeAxis(runtime, { domain, length: 680 });
const byMetric = { label: null, domain: learned, padding: 0.2 };
const names = Plot.axisFy({ anchor: "left", dx: -6 });
;
const series = { x: "time", y: "value", fy: "name", stroke: HUES.actual };
const overview = Plot.plot({
  ...paper,
  height: 70 + 28 * learned.length,
  marginBottom: 50,
  x: { type: "utc", domain },
  y: { axis: null },
  fy: byMetric,
  marks: [names, clock, Plot.line(points, Plot.normalizeY("extent", series))],
});
showSvg(toText(overview, "Each metric over time, between its own extremes"));
;
import { trendChart } from "@lib/chart/trend_chart.ts";

const wanted = ["cpu-user", "sys-mem-available", "disk-bytes-written"];
const closer = [...wanted.filter((name) => learned.includes(name)), ...learned];
for (const name of [...new Set(closer)].slice(0, 3)) {
  const one = takeMetrics(table, [learned.indexOf(name)]);
  const { unit = "" } = one.metrics[0] ?? {};
  const chart = await trendChart({ ...one, name, unit });
  await Deno.jupyter.display(showSvg(chart));
}
;
const hour = 3_600_000;
const clearest = repeating.slice(0, 5);
const perUnit = steps * intervalMs < 6 * hour ? hour / 60 : hour;
const lags = clearest.flatMap(({ name, byLag, lagMs }) =>
  Array.from(byLag, (r, lag) => ({ name, r, lag: (lag * lagMs) / perUnit }))
);
const periods = clearest.map(({ name, ms, correlation: r }) => ({
  ...{ name, r, lag: ms / perUnit },
  text: `${formatDuration(ms)} (${r.toFixed(2)})`,
}));
;
const likeness = { x: "lag", y: "r", fy: "name" };
const repeats = Plot.plot({
  ...{ ...paper, height: 50 + 70 * clearest.length },
  x: { label: perUnit === hour ? "hours later" : "minutes later" },
  y: { axis: null, domain: [-1, 1.5] },
  fy: { ...byMetric, domain: clearest.map(({ name }) => name) },
  marks: [
    ...[names, Plot.line(lags, { ...likeness, stroke: HUES.actual })],
    Plot.dot(periods, { ...likeness, fill: HUES.alarm }),
    Plot.text(periods, { ...likeness, text: "text", dy: -9 }),
  ],
});
clearest.length > 0
  ? showSvg(toText(repeats, "Likeness of metrics to themselves later"))
  : Deno.jupyter.md`**Nothing repeats** clearly within ${length}.`;
;
pl.DataFrame(repeating.map(({ name, ms, correlation }) => ({
  metric: name,
  "repeats every": formatDuration(ms),
  likeness: correlation.toFixed(2),
})));
;
import { toDataFrame } from "@lib/frame/data_frame.ts";
import { TIMESTAMP_COLUMN } from "@lib/frame/schema.ts";

const daily = toDataFrame(table)
  .withColumn(pl.col(TIMESTAMP_COLUMN).dt.hour().alias("hour"))
  .groupBy("hour")
  .agg(...learned.map((name) => pl.col(name).median()))
  .sort("hour")
  .toRecords()
  .flatMap((row) =>
    learned.map((name) => ({ name, hour: row.hour, value: row[name] }))
  );
;
const byHour = { x: "hour", y: "value", fy: "name", stroke: HUES.actual };
const day = Plot.plot({
  ...paper,
  height: 50 + 28 * learned.length,
  x: { label: "hour of the day (UTC), median of all days", domain: [0, 23] },
  y: { axis: null },
  fy: byMetric,
  marks: [names, Plot.line(daily, Plot.normalizeY("extent", byHour))],
});
days >= 2
  ? showSvg(toText(day, "Median of each metric by hour of the day"))
  : Deno.jupyter.md`**Not here:** ${length} show no
day. A model that learned from this recording takes what a busy hour or a nightly
backup does for abnormal; give it some days, better two weeks.`;
;
const every = Math.ceil(steps / 2000);
const scaled = learned.map((name) =>
  pl.col(name).minus(pl.col(name).min())
    .div(pl.col(name).max().minus(pl.col(name).min()))
    .alias(name)
);
const places = toDataFrame(table)
  .select(...scaled)
  .toRecords()
  .filter((_, t) => t % every === 0)
  .flatMap((row) => learned.map((name) => ({ name, place: row[name] })));
;
const byPlace = { x: "place", fy: "name", fill: HUES.actual, thresholds: 40 };
const distribution = Plot.plot({
  ...paper,
  height: 50 + 22 * learned.length,
  x: { label: "from the smallest value to the largest", ticks: [0, 0.5, 1] },
  fy: byMetric,
  opacity: { type: "pow", exponent: 0.3 },
  marks: [
    names,
    Plot.rect(places, Plot.binX({ fillOpacity: "count" }, byPlace)),
  ],
});
showSvg(toText(distribution, "How often each metric takes which values"));
;
import { formatQuantity } from "@lib/frame/units.ts";

pl.DataFrame(
  stats.map(({ name, unit, min, median, max, missing, imputed }) => ({
    metric: name,
    smallest: formatQuantity(min, unit),
    median: formatQuantity(median, unit),
    largest: formatQuantity(max, unit),
    missing: formatQuantity(100 * missing, "%"),
    "filled in": formatQuantity(100 * imputed, "%"),
  })),
);
;
import { correlationChart } from "@lib/chart/correlation_chart.ts";

showSvg(await correlationChart({ names: learned, values: correlations }));
;
const pairs = learned.flatMap((metric, f) =>
  learned.slice(f + 1).map((other, g) => ({
    metric,
    "moves with": other,
    r: correlations[f * learned.length + f + 1 + g] ?? NaN,
  }))
);
pl.DataFrame(
  pairs.filter(({ r }) => Math.abs(r) >= 0.5)
    .sort((one, other) => Math.abs(other.r) - Math.abs(one.r))
    .slice(0, 10)
    .map((pair) => ({ ...pair, r: pair.r.toFixed(2) })),
);
;
const frame = toDataFrame(grid);
const variety = recorded.map((name) => ({
  name,
  values: frame.getColumn(name).nUnique(),
  fill: learned.includes(name) ? HUES.actual : HUES.alarm,
}));
const wide = { x1: 0.8, x2: "values", y: "name", fill: "fill" };
const bars = Plot.plot({
  ...{ ...paper, height: 50 + 20 * recorded.length },
  x: { type: "log", label: "different values", domain: [0.8, steps] },
  y: { label: null, domain: recorded },
  marks: [Plot.barX(variety, wide)],
});
showSvg(toText(bars, "How many different values each metric took"));
;
pl.DataFrame(table.excluded.map(({ name, unit, reason, detail }) => ({
  metric: name,
  unit,
  "left out since it is": reason,
  detail,
})));
;

/** Downsampling, SVG and PDF of a month of minutes. */
import { m4 } from "../lib/chart/m4.ts";
import { trendChart } from "../lib/chart/trend_chart.ts";
import { toPdf } from "../lib/report/pdf/to_pdf.ts";
import { parseSvg } from "../lib/report/pdf/svg/parse_svg.ts";
import { rawMonth } from "./measure/raw_month.ts";

const { columns, times } = rawMonth();
const values = Float32Array.from(columns[0]?.values ?? []);
const series = {
  name: "load-1m",
  unit: "1",
  startMs: times[0] ?? 0,
  intervalMs: 60_000,
  values,
};
const svg = await trendChart(series);

Deno.bench("every 43rd value of 43,200: loses spikes", {
  group: "downsampling",
  baseline: true,
}, () => {
  Array.from({ length: 1000 }, (_, i) => values[Math.floor(i * 43.2)]);
});

Deno.bench("m4(), 43,200 values to 250 buckets: keeps them", {
  group: "downsampling",
}, () => {
  m4(values, { buckets: 250 });
});

Deno.bench("trendChart(), one metric", async () => {
  await trendChart(series);
});

Deno.bench("parseSvg(), one chart", () => {
  parseSvg(svg);
});

Deno.bench("toPdf(), one chart", async () => {
  await toPdf({
    title: "A month",
    subtitle: "43,200 minutes",
    createdAt: new Date(0),
    data: { host: "a", timeZone: null, intervalMs: 60_000, incidents: [] },
    sections: [{
      id: "trends",
      title: "Trends",
      level: 2,
      blocks: [{ kind: "figure", id: "trend", svg, alt: "", caption: "" }],
    }],
  });
});

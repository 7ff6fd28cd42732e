import { shortName } from "../frame/plain_text.ts";
import { loadPlot } from "./plot.ts";
import { textWidth } from "./text_width.ts";
import { CHART_WIDTH, HUES } from "./theme.ts";

/** The share of an incident that a feature has, or several that move together. */
export interface ContributionBar {
  /** Its name. */
  readonly feature: string;
  /** Its share, in [0, 1]. */
  readonly share: number;
  /** What of it the feature has by which they are told. @default {share} */
  readonly own?: number;
  /** Whether it passed its own threshold. */
  readonly isCause: boolean;
}

/** How contributions are drawn. */
export interface ContributionChartOptions {
  /** Bars before the rest becomes one. @default {10} */
  readonly most?: number;
  /** Width in chart units; where it is less, names are cut. @default {860} */
  readonly width?: number;
  /** What the chart shows, for those who cannot see it. */
  readonly label?: string;
}

interface Bar {
  readonly key: string;
  readonly name: string;
  readonly share: number;
  readonly own: number;
  readonly text: string;
  readonly fill: string;
}

/** Smaller shares go into the rest, unless they are of a cause. */
const LEAST_SHARE = 0.02;

/** Characters before a bar, and where there is less room. */
const NAME_LENGTH = { wide: 48, narrow: 28 } as const;

/** Shares from one tick to the next. */
const STEPS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5] as const;

/** Height of one bar in chart units. */
const ROW = 20;

/**
 * Draws features' shares of an incident as bars with their values. A feature
 * that passed its own threshold has a `●` before its name and a coloured bar; of
 * features that move together, the part of the one named first is in full colour.
 *
 * @param contributions By falling share.
 * @param options How many bars.
 * @returns A standalone SVG.
 */
export async function contributionChart(
  contributions: readonly ContributionBar[],
  options: ContributionChartOptions = {},
): Promise<string> {
  const { most = 10, width = CHART_WIDTH, label = "Contributions" } = options;
  const runtime = await loadPlot();
  const { Plot, document } = runtime;
  const bars = toBars(contributions, {
    most,
    nameLength: NAME_LENGTH[width < CHART_WIDTH ? "narrow" : "wide"],
  });
  const ticks = shareTicks(
    Math.max(...bars.map(({ share }) => share)),
    width < CHART_WIDTH ? 3 : 5,
  );
  const names = new Map(bars.map(({ key, name }) => [key, name]));
  const marginLeft = 16 + Math.max(...bars.map(({ name }) => textWidth(name)));
  const chart = Plot.plot({
    document,
    width,
    height: 44 + bars.length * ROW,
    marginTop: 6,
    marginBottom: 36,
    marginLeft,
    marginRight: 56,
    x: { domain: [0, ticks.at(-1)] },
    y: { domain: bars.map(({ key }) => key), padding: 0.25 },
    marks: [
      Plot.axisX({
        ticks,
        tickFormat: (share: number) => `${Math.round(100 * share)} %`,
        tickSize: 4,
        label: "share of the incident",
        labelArrow: "none",
        labelOffset: 32,
      }),
      Plot.gridX({ strokeOpacity: 0.12, ticks }),
      Plot.axisY({
        tickFormat: (key: string) => names.get(key) ?? "",
        tickSize: 0,
        label: null,
      }),
      Plot.barX(bars.filter(({ own, share }) => own < share), {
        ...{ x1: "own", x2: "share", y: "key", fill: "fill" },
        fillOpacity: 0.45,
      }),
      Plot.barX(bars, { x1: 0, x2: "own", y: "key", fill: "fill" }),
      Plot.text(bars, {
        x: "share",
        y: "key",
        text: "text",
        textAnchor: "start",
        dx: 5,
      }),
      Plot.ruleX([0]),
    ],
  });
  return runtime.toText(chart, label);
}

/** Round shares from 0 on, the last not below the longest bar. */
function shareTicks(largest: number, most: number): number[] {
  const step = STEPS.find((step) => most * step >= largest) ?? 0.5;
  const count = Math.max(1, Math.ceil(largest / step - 1e-9));
  return Array.from({ length: count + 1 }, (_, i) => i * step);
}

function toBars(
  contributions: readonly ContributionBar[],
  { most, nameLength }: {
    readonly most: number;
    readonly nameLength: number;
  },
): Bar[] {
  const notable = contributions.filter(({ share, isCause }) =>
    isCause || share >= LEAST_SHARE
  );
  const shown = notable.slice(0, most);
  const rest = contributions.filter((bar) => !shown.includes(bar));
  const bars = shown.map(({ feature, share, own = share, isCause }, index) => ({
    key: String(index),
    name: `${isCause ? "● " : ""}${shortName(feature, nameLength)}`,
    share,
    own,
    text: percent(share),
    fill: isCause ? HUES.alarm : HUES.missing,
  }));
  if (rest.length === 0) return bars;
  const share = rest.reduce((sum, bar) => sum + bar.share, 0);
  const causes = rest.filter(({ isCause }) => isCause).length;
  const name = `other ${rest.length}${causes ? ` (● ${causes})` : ""}`;
  return [...bars, {
    key: "rest",
    name,
    share,
    own: share,
    text: percent(share),
    fill: HUES.missing,
  }];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`;
}

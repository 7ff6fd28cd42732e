import { textWidth } from "../../chart/text_width.ts";
import { CHART_WIDTH, HUES } from "../../chart/theme.ts";
import { byPeak } from "../by_peak.ts";
import type { SeverityShape } from "../document.ts";
import { htmlAttribute } from "../html/html_text.ts";
import { nameText } from "../words.ts";
import type { HostBar } from "./host_bars.ts";
import type { IndexEntry, IndexIncident } from "./index_entry.ts";
import { incidentHref, indexTime, type IndexView } from "./index_view.ts";

/** Height of a bar by how bad it is; an outage is an outline. */
const HEIGHTS: Readonly<Record<SeverityShape, number>> = {
  critical: 13,
  major: 9,
  minor: 5,
  outage: 13,
};

const FILLED = `fill="${HUES.alarm}"`;

const LOOKS: Readonly<Record<SeverityShape, string>> = {
  critical: FILLED,
  major: FILLED,
  minor: FILLED,
  outage: `fill="none" stroke="${HUES.missing}" stroke-width="1.5"`,
};

/** Where bars are drawn. */
export interface DrawBarsOptions {
  /** How times are written. */
  readonly time: IndexView["time"];
  /** Foot of the bars, in chart units. */
  readonly base: number;
  /** Whether each bar has a name and leads to its incident. */
  readonly links: "each" | "none";
}

/**
 * Draws a host's bars, with the numbers of the incidents where there is room.
 *
 * @param entry The host.
 * @param bars Its bars.
 * @param options Where, and whether they lead anywhere.
 * @returns Elements of an SVG.
 */
export function drawBars(
  entry: IndexEntry,
  bars: readonly HostBar[],
  { time, base, links }: DrawBarsOptions,
): string {
  if (links === "none") return plainBars(bars, base);
  return bars.map((bar, index) => {
    const { incidents, shape, x2 } = bar;
    const rect = `<path d="${pathOf(bar, base)}" ${LOOKS[shape]}/>`;
    const number = numbersOf(incidents);
    const free = (bars[index + 1]?.x1 ?? CHART_WIDTH) - x2;
    const text = free < textWidth(number) + 6
      ? ""
      : `<text x="${round(x2 + 2)}" y="${base - 2}">${number}</text>`;
    const name = htmlAttribute(nameOf(entry, bar, time));
    const content = `<title>${name}</title>${rect}${text}`;
    // A bar of several leads to the worst of them.
    const [worst] = incidents.toSorted(byPeak({ outages: "last" }));
    const href = worst ? incidentHref(entry, worst) : null;
    return href === null
      ? `<g>${content}</g>`
      : `<a href="${
        htmlAttribute(href)
      }" tabindex="-1" aria-label="${name}">${content}</a>`;
  }).join("");
}

/** A path for all bars of a severity takes a tenth of what bars with links take. */
function plainBars(bars: readonly HostBar[], base: number): string {
  return Object.entries(LOOKS).map(([shape, look]) => {
    const paths = bars.filter((bar) => bar.shape === shape)
      .map((bar) => pathOf(bar, base));
    return paths.length > 0 ? `<path d="${paths.join("")}" ${look}/>` : "";
  }).join("");
}

function pathOf({ shape, x1, x2 }: HostBar, base: number): string {
  const width = round(x2 - x1);
  return `M${round(x1)} ${base}v-${HEIGHTS[shape]}h${width}V${base}z`;
}

function nameOf(
  { host }: IndexEntry,
  { incidents, shape }: HostBar,
  time: IndexView["time"],
): string {
  const [first] = incidents;
  const last = incidents.at(-1);
  const count = incidents.length > 1 ? `, ${incidents.length} incidents` : "";
  const all = first && last ? { ...first, end: last.end } : null;
  return `${nameText(host)} #${numbersOf(incidents)}, ${shape}${count}${
    all ? `, ${indexTime(all, time)}` : ""
  }`;
}

function numbersOf(incidents: readonly IndexIncident[]): string {
  const numbers = incidents.map(({ number }) => number);
  return [...new Set([numbers[0], numbers.at(-1)])].join("–");
}

function round(value: number): number {
  return Number(value.toFixed(1));
}

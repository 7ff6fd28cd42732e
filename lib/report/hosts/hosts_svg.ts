import { textWidth } from "../../chart/text_width.ts";
import { CHART_WIDTH, FONT_SIZE } from "../../chart/theme.ts";
import { timeTicks } from "../../chart/time_ticks.ts";
import { shortName } from "../../frame/plain_text.ts";
import { htmlAttribute } from "../html/html_text.ts";
import { drawBars } from "./draw_bars.ts";
import { hostBars } from "./host_bars.ts";
import type { IndexEntry } from "./index_entry.ts";
import type { IndexView } from "./index_view.ts";

/** Height of a host's row in chart units. */
const ROW = 18;

/** Bars at most that have a name and a link each. */
const MOST_LINKS = 4000;

/** Space above and below the rows, for the time. */
const EDGE = { top: 30, bottom: 30, right: 12 } as const;

/** Chart units that a tick's text needs. */
const TICK_WIDTH = 72;

/** Characters of a host's name. */
const NAME_LENGTH = 28;

/**
 * Draws the incidents of all hosts on one time axis, a row a host; each leads to
 * its place in the host's report, unless there are thousands. The links are for the pointer: the table of the
 * same incidents is for the keyboard.
 *
 * @param view The index's view, with a time.
 * @returns An SVG, for a page.
 */
export function hostsSvg(view: IndexView): string {
  const { hosts, domain } = view;
  const [from, to] = domain ?? [0, 1];
  const names = hosts.map(({ host }) => shortName(host, NAME_LENGTH));
  const left = 14 + Math.max(0, ...names.map(textWidth));
  const length = CHART_WIDTH - EDGE.right - left;
  const place = (ms: number) =>
    left + length * Math.min(1, Math.max(0, (ms - from) / (to - from || 1)));
  const bottom = EDGE.top + ROW * hosts.length;
  const height = bottom + EDGE.bottom;
  const bars = hosts.map(({ found }) => hostBars(found, place));
  const links = bars.flat().length > MOST_LINKS ? "none" : "each";
  const rows = hosts.map((entry, index) => {
    const base = EDGE.top + ROW * (index + 1) - 3;
    return `<text x="${left - 8}" y="${base - 2}" text-anchor="end">${
      htmlAttribute(names[index] ?? "")
    }</text>${spanRect(entry, { place, base })}${
      drawBars(entry, bars[index] ?? [], { time: view.time, base, links })
    }`;
  });
  const ticks = timeTicks([from, to], Math.max(1, length / TICK_WIDTH))
    .map(({ ms, label }) => {
      const x = round(place(ms));
      const text = htmlAttribute(label.replace("\n", " "));
      const mark = (y: number) =>
        `<text x="${x}" y="${y}" text-anchor="middle">${text}</text>`;
      return `<path d="M${x} ${
        EDGE.top - 4
      }V${bottom}" stroke="currentColor" ` +
        `stroke-opacity="0.12"/>${mark(EDGE.top - 12)}${mark(bottom + 16)}`;
    });
  const label = `Incidents of ${hosts.length} hosts over time`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${CHART_WIDTH} ` +
    `${height}" width="${CHART_WIDTH}" height="${height}" role="group" ` +
    `aria-label="${label}" fill="currentColor" font-size="${FONT_SIZE}" ` +
    `font-family="system-ui, sans-serif">
<g aria-hidden="true">${ticks.join("")}</g>
${rows.join("\n")}
</svg>`;
}

interface RowPlace {
  /** Gives the place of a moment. */
  readonly place: (ms: number) => number;
  /** Where bars stand. */
  readonly base: number;
}

/** From when to when there is anything to see of a host. */
function spanRect({ span }: IndexEntry, { place, base }: RowPlace): string {
  if (span === null) return "";
  const [x1, x2] = [span.start, span.end].map((time) =>
    place(Date.parse(time))
  );
  return `<path d="M${round(x1!)} ${base}H${
    round(x2!)
  }" stroke="currentColor" stroke-opacity="0.35"/>`;
}

function round(value: number): number {
  return Number(value.toFixed(1));
}

import { textWidth } from "../../chart/text_width.ts";
import { CHART_WIDTH, FONT_SIZE, HUES } from "../../chart/theme.ts";
import { timeTicks } from "../../chart/time_ticks.ts";
import { shortName } from "../../frame/plain_text.ts";
import type { SeverityMark } from "../document.ts";
import { htmlAttribute } from "../html/html_text.ts";
import { markOf } from "../mark_of.ts";
import { nameText } from "../words.ts";
import type { IndexEntry, IndexIncident } from "./index_entry.ts";
import { incidentHref, indexTime, type IndexView } from "./index_view.ts";

/** Height of a host's row in chart units. */
const ROW = 18;

/** Height of a bar by how bad it is; an outage is an outline. */
const HEIGHTS: Readonly<Record<SeverityMark, number>> = {
  critical: 13,
  major: 9,
  minor: 5,
  outage: 13,
};

/** Least width of a bar, so that a short incident is seen. */
const LEAST_WIDTH = 3;

/** Space above and below the rows, for the time. */
const EDGE = { top: 30, bottom: 30, right: 12 } as const;

/** Chart units that a tick's text needs. */
const TICK_WIDTH = 72;

/** Characters of a host's name. */
const NAME_LENGTH = 28;

/**
 * Draws the incidents of all hosts on one time axis, a row a host; each leads to
 * its place in the host's report. The links are for the pointer: the table of the
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
  const rows = hosts.map((entry, index) => {
    const base = EDGE.top + ROW * (index + 1) - 3;
    return `<text x="${left - 8}" y="${base - 2}" text-anchor="end">${
      htmlAttribute(names[index] ?? "")
    }</text>${spanRect(entry, { place, base })}${
      bars(view, entry, { place, base })
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

function bars(view: IndexView, entry: IndexEntry, row: RowPlace): string {
  const places = entry.found.map((incident) => {
    const start = Date.parse(incident.start);
    const x1 = row.place(start);
    const x2 = row.place(start + incident.durationSeconds * 1000);
    return { incident, x1, x2: Math.max(x2, x1 + LEAST_WIDTH) };
  });
  return places.map(({ incident, x1, x2 }, index) => {
    const number = String(incident.number);
    const free = (places[index + 1]?.x1 ?? CHART_WIDTH) - x2;
    const text = free < textWidth(number) + 6
      ? ""
      : `<text x="${round(x2 + 2)}" y="${row.base - 2}">${number}</text>`;
    const mark = markOf(incident);
    const look = mark === "outage"
      ? `fill="none" stroke="${HUES.missing}" stroke-width="1.5"`
      : `fill="${HUES.alarm}"`;
    const height = HEIGHTS[mark];
    const shape = `<rect x="${round(x1)}" y="${row.base - height}" width="${
      round(x2 - x1)
    }" height="${height}" ${look}/>`;
    const name = htmlAttribute(nameOf(view, entry, incident));
    const href = incidentHref(entry, incident);
    const content = `<title>${name}</title>${shape}${text}`;
    return href === null
      ? `<g>${content}</g>`
      : `<a href="${
        htmlAttribute(href)
      }" tabindex="-1" aria-label="${name}">${content}</a>`;
  }).join("");
}

function nameOf(
  { time }: IndexView,
  { host }: IndexEntry,
  incident: IndexIncident,
): string {
  return `${nameText(host)} #${incident.number}, ${
    incident.kind === "outage" ? "outage" : incident.severity
  }, ${indexTime(incident, time)}`;
}

function round(value: number): number {
  return Number(value.toFixed(1));
}

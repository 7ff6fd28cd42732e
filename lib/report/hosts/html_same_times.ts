import { formatDuration, formatSpan, formatTime } from "../../frame/units.ts";
import type { SameTime, SameTimePart } from "./same_time.ts";
import { incidentHref, type IndexView } from "./index_view.ts";
import { shapeOf } from "../shape_of.ts";
import { listText, nameText } from "../words.ts";
import { htmlAttribute, htmlText } from "../html/html_text.ts";
import { htmlScrollTable } from "../html/html_scroll_table.ts";
import { severitySvg } from "../html/severity_svg.ts";

/** Times that are listed: those of the most hosts. */
const MOST_TIMES = 100;

/** Incidents named in one row. */
const MOST_PARTS = 24;

/** Signals named in one row. */
const MOST_SIGNALS = 4;

const HEAD = [
  `<th scope="col">Time (UTC)</th>`,
  `<th scope="col" class="right">Duration</th>`,
  `<th scope="col" class="right">Hosts</th>`,
  `<th scope="col">Incidents</th>`,
  `<th scope="col">Shared signals</th>`,
];

/**
 * Lists when several hosts had an incident at once, with links to each.
 *
 * @param view The index's view.
 * @returns A paragraph and a table.
 */
export function htmlSameTimes({ same, time }: IndexView): string {
  const shown = [...same].sort((a, b) => hostsOf(b) - hostsOf(a))
    .slice(0, MOST_TIMES).sort((a, b) => a.startMs - b.startMs);
  const left = same.length - shown.length;
  const caption = "Times in which at least two hosts had an incident. Shared " +
    "signals are those of two hosts or more." +
    (left > 0 ? ` The ${left} with the fewest hosts are left out.` : "");
  const rows = shown.map((one) => {
    const { startMs, endMs, lastMs, parts, shared } = one;
    const options = { ...time, zone: "left out" } as const;
    const span = startMs === lastMs
      ? formatTime(startMs, options)
      : formatSpan(startMs, lastMs, options);
    const more = parts.length - MOST_PARTS;
    return `<tr><th scope="row">${htmlText(span)}</th><td class="right">${
      htmlText(formatDuration(endMs - startMs))
    }</td><td class="right">${hostsOf(one)}</td><td>${
      parts.slice(0, MOST_PARTS).map(htmlPart).join(", ")
    }${more > 0 ? ` and ${more} more` : ""}</td><td>${
      htmlText(signalsText(shared))
    }</td></tr>`;
  });
  return htmlScrollTable({ caption, head: HEAD, rows });
}

function htmlPart({ entry, incident }: SameTimePart): string {
  const name = `<bdi>${
    htmlText(`${nameText(entry.host)} #${incident.number}`)
  }</bdi>`;
  const href = incidentHref(entry, incident);
  return `${severitySvg(shapeOf(incident))} ${
    href === null ? name : `<a href="${htmlAttribute(href)}">${name}</a>`
  }`;
}

function signalsText(shared: readonly string[]): string {
  if (shared.length === 0) return "none";
  const more = shared.length - MOST_SIGNALS;
  return listText([
    ...shared.slice(0, MOST_SIGNALS).map(nameText),
    ...(more > 0 ? [`${more} more`] : []),
  ]);
}

function hostsOf({ parts }: SameTime): number {
  return new Set(parts.map(({ entry }) => entry)).size;
}

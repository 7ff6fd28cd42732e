import type { TimeRange } from "../../chart/script/chart_events.ts";
import { parseIsoTime } from "../../source/rows/iso_time.ts";
import { incidentAt } from "./incident_at.ts";
import type { PageData, PageIncident } from "./page_data.ts";

/** What an address says behind its `#`. */
export interface DeepLink {
  /** Id of the element to go to; `undefined` where it names none. */
  readonly target: string | undefined;
  /** The range that charts show; `undefined` for all. */
  readonly range: TimeRange | undefined;
}

/** How much time a link to one moment shows around it, in steps. */
const STEPS_AROUND = 60;

/** By how many steps another model may find the same incident earlier or later. */
const STEPS_OFF = 10;

/**
 * Reads what is behind the `#` of an address: the id of a section,
 * `incident-` and the id of an incident, `t=FROM/TO` or `t=MOMENT` in ISO 8601,
 * or one of each with `&` between. A time without a zone is UTC.
 * Where no incident has that id, as after a model was learned anew, it is the one
 * at the time in it.
 *
 * @param hash As in an address, with its `#`.
 * @param data What the page knows of its incidents.
 * @returns What it says; what cannot be understood is passed over.
 *
 * @example Usage
 * ```ts
 * import { parseDeepLink } from "@lib/report/page/deep_link.ts";
 * import assert from "node:assert/strict";
 *
 * const data = { host: "a", timeZone: null, intervalMs: 60_000, incidents: [] };
 * const link = parseDeepLink("#data&t=2026-03-01T06:00Z/2026-03-01T07:00Z", data);
 * assert.equal(link.target, "data");
 * assert.deepEqual(link.range, [1772344800000, 1772348400000]);
 * ```
 */
export function parseDeepLink(
  hash: string,
  data: Pick<PageData, "intervalMs" | "incidents">,
): DeepLink {
  let target: string | undefined;
  let range: TimeRange | undefined;
  for (const part of hash.replace(/^#/, "").split("&")) {
    const text = decoded(part);
    if (text.startsWith("t=")) range = parseRange(text.slice(2), data);
    else if (text !== "") target = targetOf(text, data);
  }
  return { target, range };
}

/**
 * Writes what {@linkcode parseDeepLink} reads.
 *
 * @param link Where to go and what to show.
 * @returns With its `#`, or nothing where there is nothing to say.
 */
export function writeDeepLink({ target, range }: DeepLink): string {
  const parts = [
    ...(target === undefined ? [] : [encodeURIComponent(target)]),
    ...(range === undefined ? [] : [`t=${range.map(momentText).join("/")}`]),
  ];
  return parts.length > 0 ? `#${parts.join("&")}` : "";
}

/** A part as it was before it went into an address; itself where it is none. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** An incident's id holds from one report to the next; its number may not. */
function targetOf(
  text: string,
  data: Pick<PageData, "intervalMs" | "incidents">,
): string {
  const named = data.incidents.find(({ id }) => `incident-${id}` === text);
  const meant = named ?? incidentMeant(text, data);
  return meant?.section ?? text;
}

/** The incident at the start that an id ends with. */
function incidentMeant(
  text: string,
  data: Pick<PageData, "intervalMs" | "incidents">,
): PageIncident | undefined {
  const [, date, hour, minute, second] =
    /^incident-.*-(\d{8})T(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? [];
  const day = date?.replace(/^(.{4})(..)/, "$1-$2-");
  const time = parseIsoTime(`${day}T${hour}:${minute}:${second}Z`);
  const slackMs = STEPS_OFF * data.intervalMs;
  return time && incidentAt(data, { ms: time.ms, slackMs });
}

function parseRange(
  text: string,
  { intervalMs }: Pick<PageData, "intervalMs">,
): TimeRange | undefined {
  const [from = NaN, to] = text.split("/")
    .map((moment) => parseIsoTime(moment)?.ms ?? NaN);
  const half = STEPS_AROUND / 2 * intervalMs;
  const [start, end] = to === undefined
    ? [from - half, from + half]
    : [from, to];
  return end > start ? [start, end] : undefined;
}

/** Without what is zero anyway. */
function momentText(ms: number): string {
  return new Date(ms).toISOString().replace(/(:00)?\.000Z$/, "Z");
}

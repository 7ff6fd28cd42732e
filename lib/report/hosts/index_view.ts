import { DAY_MS } from "../../frame/day_ms.ts";
import { formatSpan, formatTime } from "../../frame/units.ts";
import { byPeak } from "../by_peak.ts";
import type { IndexEntry, IndexIncident } from "./index_entry.ts";
import { type SameTime, sameTimes } from "./same_time.ts";

/** The hosts with what several parts of the index need, worked out once. */
export interface IndexView {
  /** Those with a result, the highest peak first. */
  readonly hosts: readonly IndexEntry[];
  /** Those without one. */
  readonly problems: readonly IndexEntry[];
  /** When several hosts had an incident at once. */
  readonly same: readonly SameTime[];
  /** First and last moment of all; `null` where there is no result. */
  readonly domain: readonly [number, number] | null;
  /** How times are written: with a date where they are of several days. */
  readonly time: {
    readonly intervalMs: number;
    readonly date: "shown" | "left out";
  };
}

/**
 * Works out what several parts of the index need.
 *
 * @param entries The hosts.
 * @returns The view.
 */
export function toIndexView(entries: readonly IndexEntry[]): IndexView {
  const hosts = entries.filter(({ link }) => link !== null)
    .sort((a, b) => (b.peakScore ?? -1) - (a.peakScore ?? -1));
  const spans = hosts.flatMap(({ span }) => span ?? []);
  const starts = spans.map(({ start }) => Date.parse(start));
  const ends = spans.map(({ end }) => Date.parse(end));
  const domain = spans.length === 0
    ? null
    : [Math.min(...starts), Math.max(...ends)] as const;
  const days = (domain ?? []).map((ms) => Math.floor(ms / DAY_MS));
  return {
    hosts,
    problems: entries.filter(({ link }) => link === null),
    same: sameTimes(hosts),
    domain,
    // Seconds are written where there are some.
    time: {
      intervalMs: 60_000,
      date: new Set(days).size > 1 ? "shown" : "left out",
    },
  };
}

/**
 * Says where an incident is shown.
 *
 * @param entry Its host.
 * @param incident The incident.
 * @returns Its place in the host's page; `null` where there is no page.
 */
export function incidentHref(
  { link }: IndexEntry,
  { section }: IndexIncident,
): string | null {
  return link?.endsWith(".html")
    ? `${encodeURI(link)}#${section ?? "incidents"}`
    : null;
}

/**
 * Writes when an incident was.
 *
 * @param incident The incident.
 * @param options How times are written.
 * @returns First and last step, or one time where they are the same.
 */
export function indexTime(
  incident: IndexIncident,
  options: IndexView["time"] & { readonly zone?: "left out" },
): string {
  const [start, end] = [Date.parse(incident.start), Date.parse(incident.end)];
  return start === end
    ? formatTime(start, options)
    : formatSpan(start, end, options);
}

/**
 * Finds a host's worst incident.
 *
 * @param entry The host.
 * @returns The one with the highest peak, an outage only where there is no other;
 *   `null` where there is none.
 */
export function worstIncident({ found }: IndexEntry): IndexIncident | null {
  return [...found].sort(byPeak({ outages: "last" }))[0] ?? null;
}

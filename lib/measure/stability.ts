import type { Confidence, Incident } from "../detect/incident.ts";
import { isoTime } from "../frame/iso_time.ts";
import { type LabelledSpan, markOf } from "../frame/labelled_span.ts";
import { instantsOf, mostShared, type TimeSpan } from "../frame/shared_time.ts";

/** What one seed's network found. */
export interface SeedRun {
  /** The seed. */
  readonly seed: number;
  /** Its incidents, in order of time. */
  readonly incidents: readonly Incident[];
}

/** What most seeds name first, and how many of them do. */
export interface FirstSignal {
  /** A feature or a group of features that move together. */
  readonly name: string;
  /** Seeds that name it. */
  readonly seeds: number;
}

/** A labelled event, or an incident that any seed found, over all seeds. */
export interface SeededIncident {
  /** First step of the earliest that a seed found, or the label's start, ISO 8601 UTC. */
  readonly start: string;
  /** The last end, ISO 8601 UTC. */
  readonly end: string;
  /** The label's note; `null` where nobody labelled it. */
  readonly note: string | null;
  /** The seeds that found it. */
  readonly foundBy: readonly number[];
  /** The first-ranked feature; `null` where no seed found it. */
  readonly feature: FirstSignal | null;
  /** The group of the first-ranked feature; the feature where it stands alone. */
  readonly group: FirstSignal | null;
  /** How sure it is, the seeds' agreement counted; `null` where no seed found it. */
  readonly confidence: Confidence | null;
}

/** How much what is found depends on the seed. */
export interface Stability {
  /** The seeds. */
  readonly seeds: readonly number[];
  /** In order of time. */
  readonly incidents: readonly SeededIncident[];
  /** Incidents that every seed found. */
  readonly common: number;
  /**
   * Share of what the seeds found in common whose first-ranked signal is another
   * one than most seeds name, in [0, 1]; `null` where nothing is common.
   */
  readonly changed: {
    readonly feature: number | null;
    readonly group: number | null;
  };
}

/** What labels say, and the clock. */
export interface StabilityContext {
  /** Labelled spans, or `null`. */
  readonly labels: readonly LabelledSpan[] | null;
  /** Milliseconds from one step to the next. */
  readonly intervalMs: number;
  /** Says how sure an incident of a seed is, given how many seeds found it. */
  readonly confidence: (
    told: { readonly seed: number; readonly incident: Incident },
    seeds: { readonly found: number; readonly of: number },
  ) => Confidence | null;
}

/** An incident as a span of time. */
interface Found extends TimeSpan {
  readonly seed: number;
  readonly incident: Incident;
}

/**
 * Compares what the networks of several seeds found in the same time: how many
 * found each labelled event and each other incident, and how often the
 * first-ranked signal is another one. Outages do not depend on a network and are
 * left out; incidents of several seeds that overlap are one.
 *
 * @param runs What each seed found.
 * @param context Labels and interval.
 * @returns The comparison.
 */
export function stabilityOf(
  runs: readonly SeedRun[],
  { labels, intervalMs, confidence }: StabilityContext,
): Stability {
  const found = runs.flatMap(({ seed, incidents }) =>
    incidents.filter(({ kind }) => kind === "anomaly").map((incident) => ({
      ...instantsOf({
        startMs: Date.parse(incident.start),
        endMs: Date.parse(incident.end),
        intervalMs,
      }),
      ...{ seed, incident },
    }))
  );
  const outages = runs[0]?.incidents.filter(({ kind }) => kind === "outage")
    .map(spanOf) ?? [];
  const events = (labels ?? [])
    .filter((label) => markOf(label) === "true" && !mostShared(label, outages));
  const others = found.filter((one) => !mostShared(one, events));
  const seeds = runs.map(({ seed }) => seed);
  const incidents = [
    ...events,
    ...merged(others).map(({ startMs, endMs }) => (
      // From its first step on, as incidents are told.
      { startMs: startMs + intervalMs - 1, endMs, note: null }
    )),
  ].map((span) => seededIncident(span, found, { seeds, confidence }))
    .sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
  const common = incidents
    .filter(({ foundBy }) => foundBy.length === seeds.length);
  const changed = (what: "feature" | "group") =>
    common.length === 0 ? null : common.reduce(
      (sum, one) => sum + 1 - (one[what]?.seeds ?? 0) / seeds.length,
      0,
    ) / common.length;
  return {
    ...{ seeds, incidents, common: common.length },
    changed: { feature: changed("feature"), group: changed("group") },
  };
}

function seededIncident(
  span: TimeSpan & { readonly note: string | null },
  found: readonly Found[],
  { seeds, confidence }: Pick<StabilityContext, "confidence"> & {
    readonly seeds: readonly number[];
  },
): SeededIncident {
  // Of a seed's incidents the one that shares most time speaks.
  const told = seeds.flatMap((seed) =>
    mostShared(span, found.filter((one) => one.seed === seed)) ?? []
  );
  const firsts = told.flatMap(({ incident }) =>
    incident.contributions[0] ?? []
  );
  return {
    start: isoTime(span.startMs),
    end: isoTime(span.endMs),
    note: span.note,
    foundBy: told.map(({ seed }) => seed),
    feature: mostNamed(firsts.map(({ feature }) => feature)),
    group: mostNamed(firsts.map(({ feature, group }) => group ?? feature)),
    confidence: told[0] === undefined
      ? null
      : confidence(told[0], { found: told.length, of: seeds.length }),
  };
}

/** Of equally often named ones that of the first seed. */
function mostNamed(names: readonly string[]): FirstSignal | null {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most === undefined ? null : { name: most[0], seeds: most[1] };
}

/** Spans that overlap as one. */
function merged(spans: readonly TimeSpan[]): TimeSpan[] {
  const whole: { startMs: number; endMs: number }[] = [];
  for (const { startMs, endMs } of spans.toSorted(byStart)) {
    const last = whole.at(-1);
    if (last && startMs <= last.endMs) {
      last.endMs = Math.max(last.endMs, endMs);
    } else whole.push({ startMs, endMs });
  }
  return whole;
}

function byStart(a: TimeSpan, b: TimeSpan): number {
  return a.startMs - b.startMs;
}

function spanOf({ start, end }: Incident): TimeSpan {
  return { startMs: Date.parse(start), endMs: Date.parse(end) };
}

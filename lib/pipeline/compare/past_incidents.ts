import type { Incident } from "../../detect/incident.ts";
import { isoTime } from "../../frame/iso_time.ts";
import type { LabelledEvent } from "../../measure/evaluation.ts";
import type { ComparedIncident, Sighting } from "./comparison.ts";

/** What of a found incident is compared. */
export type FoundIncident = Pick<
  Incident,
  "id" | "kind" | "start" | "end" | "peakScore" | "contributions"
>;

/** What both versions make of labelled events. */
export interface LabelledPair {
  /** The version in use. */
  readonly current: readonly LabelledEvent[];
  /** The new version. */
  readonly candidate: readonly LabelledEvent[];
}

/**
 * Sets side by side what two versions make of the same labelled events.
 *
 * @param pair The events, as measured for each version.
 * @returns One row an event that both could see.
 */
export function labelledIncidents(
  { current, candidate }: LabelledPair,
): ComparedIncident[] {
  const keyOf = ({ start, end, note }: LabelledEvent) =>
    JSON.stringify([start, end, note]);
  const others = new Map(candidate.map((event) => [keyOf(event), event]));
  return current.flatMap((event) => {
    const other = others.get(keyOf(event));
    if (other === undefined) return [];
    const { start, end, note } = event;
    return [compared({ start, end, note, source: "labels" }, {
      current: sightingOf(event),
      candidate: sightingOf(other),
    })];
  });
}

/** What is known of a time that nobody has labelled. */
export interface FoundByAll {
  /** What earlier runs found in it. */
  readonly earlier: readonly {
    readonly start: string;
    readonly end: string;
    readonly mark: string | null;
  }[];
  /** What the version in use finds. */
  readonly current: readonly FoundIncident[];
  /** What the new version finds. */
  readonly candidate: readonly FoundIncident[];
}

/**
 * Sets side by side what two versions find where nobody has labelled: each stretch
 * that an earlier run or one of them calls an incident. Stretches that overlap are
 * one; delays count from its start. Outages are facts that every version has.
 *
 * @param found What is known.
 * @returns One row a stretch, in order of time.
 */
export function foundIncidents(
  { earlier, current, candidate }: FoundByAll,
): ComparedIncident[] {
  const anomalies = (incidents: readonly FoundIncident[]) =>
    incidents.filter(({ kind }) => kind === "anomaly");
  const own = anomalies(current);
  const others = anomalies(candidate);
  return stretches([...earlier, ...own, ...others]).map((stretch) => {
    const known = earlier.filter((one) => touches(one, stretch));
    const source = known.length > 0 ? "earlier run" : "these versions";
    const note = known.find(({ mark }) => mark !== null)?.mark ?? "";
    return compared({
      ...{ note, source },
      start: isoTime(stretch.startMs),
      end: isoTime(stretch.endMs),
    }, {
      current: firstSight(own, stretch),
      candidate: firstSight(others, stretch),
    });
  });
}

interface Stretch {
  readonly startMs: number;
  readonly endMs: number;
}

function stretches(
  spans: readonly { readonly start: string; readonly end: string }[],
): Stretch[] {
  const sorted = spans
    .map(({ start, end }) => (
      { startMs: Date.parse(start), endMs: Date.parse(end) }
    ))
    .sort((a, b) => a.startMs - b.startMs);
  const merged: Stretch[] = [];
  for (const { startMs, endMs } of sorted) {
    const last = merged.at(-1);
    if (last === undefined || startMs > last.endMs) {
      merged.push({ startMs, endMs });
    } else {
      merged[merged.length - 1] = {
        startMs: last.startMs,
        endMs: Math.max(last.endMs, endMs),
      };
    }
  }
  return merged;
}

function touches(
  { start, end }: { readonly start: string; readonly end: string },
  { startMs, endMs }: Stretch,
): boolean {
  return Date.parse(start) <= endMs && Date.parse(end) >= startMs;
}

function firstSight(
  incidents: readonly FoundIncident[],
  stretch: Stretch,
): Sighting | null {
  const inside = incidents.filter((one) => touches(one, stretch));
  const [first] = inside;
  if (first === undefined) return null;
  const worst = inside.reduce((a, b) =>
    (b.peakScore ?? 0) > (a.peakScore ?? 0) ? b : a
  );
  return {
    incident: worst.id,
    delaySeconds: (Date.parse(first.start) - stretch.startMs) / 1000,
    topFeature: worst.contributions[0]?.feature ?? null,
  };
}

function sightingOf(
  { incident, delaySeconds, topFeature }: LabelledEvent,
): Sighting | null {
  return incident === null
    ? null
    : { incident, delaySeconds: delaySeconds ?? 0, topFeature };
}

function compared(
  facts: Pick<ComparedIncident, "start" | "end" | "note" | "source">,
  { current, candidate }: Pick<ComparedIncident, "current" | "candidate">,
): ComparedIncident {
  const change = current === null
    ? candidate === null ? "neither" : "gained"
    : candidate === null
    ? "lost"
    : "same";
  return { ...facts, current, candidate, change };
}

import { isoTime } from "../../frame/iso_time.ts";
import {
  compared,
  firstGroup,
  type FoundIncident,
} from "./compared_incident.ts";
import type { ComparedIncident, Sighting } from "./comparison.ts";

/** What a version finds where nobody has labelled. */
export interface VersionFindings {
  /** Its incidents. */
  readonly incidents: readonly FoundIncident[];
  /** Milliseconds from an alarm's first step to where anybody knows of it. */
  readonly knownAfterMs: number;
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
  readonly current: VersionFindings;
  /** What the new version finds. */
  readonly candidate: VersionFindings;
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
  const anomalies = ({ incidents }: VersionFindings) =>
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
      current: firstSight(own, stretch, current),
      candidate: firstSight(others, stretch, candidate),
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
  { knownAfterMs }: Pick<VersionFindings, "knownAfterMs">,
): Sighting | null {
  const inside = incidents.filter((one) => touches(one, stretch));
  const [first] = inside;
  if (first === undefined) return null;
  const worst = inside.reduce((a, b) =>
    (b.peakScore ?? 0) > (a.peakScore ?? 0) ? b : a
  );
  return {
    incident: worst.id,
    delaySeconds: (Date.parse(first.start) + knownAfterMs - stretch.startMs) /
      1000,
    topFeature: worst.contributions[0]?.feature ?? null,
    topGroup: firstGroup(worst),
  };
}

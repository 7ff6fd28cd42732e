import type { Incident, SeenBefore } from "./incident.ts";
import {
  type Likeness,
  type Profiled,
  profileOf,
  similarity,
} from "./similarity.ts";

/** An incident of which another one may remind. */
export interface EarlierIncident
  extends Profiled, Omit<SeenBefore, keyof Likeness> {}

/**
 * From this similarity on two incidents are alike: a signal alone is like the
 * same signal with another one of its size (0.71); two equal signals are not like
 * two of which they share one (0.5).
 */
export const ALIKE = 0.7;

/** Earlier incidents that are named. */
const MOST_NAMED = 3;

/** Similarities are compared in parts of this: rounding makes no one likest. */
const PARTS = 1e6;

/** Of more earlier incidents than this, only the latest are looked at. */
const MOST_COMPARED = 2000;

/**
 * Finds for each incident the earlier ones that it resembles: by their
 * contributing signals; of equally alike ones those that went the same way, then
 * the later ones.
 *
 * @param incidents Incidents.
 * @param others Incidents that they may resemble; only those that ended before
 *   one began count for it.
 * @returns For each incident at most three, the likest first; none where none is
 *   alike.
 */
export function seenBefore(
  incidents: readonly (Pick<Incident, "start"> & Profiled)[],
  others: readonly EarlierIncident[],
): SeenBefore[][] {
  const ended = others
    .map((other) => ({
      ...{ other, profile: profileOf(other) },
      ...{ startMs: Date.parse(other.start), endMs: Date.parse(other.end) },
    }))
    .sort((a, b) => a.endMs - b.endMs);
  return incidents.map((incident) => {
    const startMs = Date.parse(incident.start);
    const profile = profileOf(incident);
    return ended.filter(({ endMs }) => endMs < startMs)
      .slice(-MOST_COMPARED)
      .map((one) => ({ ...one, like: similarity(profile, one.profile) }))
      .filter(({ like }) => like.similarity >= ALIKE)
      .sort((a, b) => rankOf(b.like) - rankOf(a.like) || b.startMs - a.startMs)
      .slice(0, MOST_NAMED)
      .map(({ other: { id, start, end, mark, source }, like }) => (
        { id, start, end, ...like, mark, source }
      ));
  });
}

/** By similarity first, then by direction. */
function rankOf({ similarity, direction }: Likeness): number {
  return 2 * Math.round(PARTS * similarity) + (direction === "same" ? 1 : 0);
}

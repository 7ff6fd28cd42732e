import type { Incident, SeenBefore } from "./incident.ts";
import { type Profiled, similarity } from "./similarity.ts";

/** An incident of which another one may remind. */
export interface EarlierIncident
  extends Profiled, Omit<SeenBefore, "similarity"> {}

/**
 * From this similarity on two incidents are alike: one that shares its only
 * signal with another that had two of equal weight is (0.71), one of two signals
 * that shares one of them is not (0.5).
 */
export const ALIKE = 0.7;

/** Earlier incidents that are named. */
const MOST_NAMED = 3;

/** Similarities are compared in parts of this: rounding makes no one likest. */
const PARTS = 1e6;

/**
 * Finds the earlier incidents that an incident resembles: by their contributing
 * signals, and the later one first where two are equally alike.
 *
 * @param incident The incident.
 * @param others Incidents that it may resemble; only those that ended before it
 *   began count.
 * @returns At most three, the likest first; none where none is alike.
 */
export function seenBefore(
  incident: Pick<Incident, "start"> & Profiled,
  others: readonly EarlierIncident[],
): SeenBefore[] {
  const startMs = Date.parse(incident.start);
  return others
    .filter(({ end }) => Date.parse(end) < startMs)
    .map((other) => ({ other, alike: similarity(incident, other) }))
    .filter(({ alike }) => alike >= ALIKE)
    .sort((a, b) =>
      Math.round(PARTS * b.alike) - Math.round(PARTS * a.alike) ||
      Date.parse(b.other.start) - Date.parse(a.other.start)
    )
    .slice(0, MOST_NAMED)
    .map(({ other: { id, start, end, mark, source }, alike }) => (
      { id, start, end, similarity: alike, mark, source }
    ));
}

import type { Incident } from "../detect/incident.ts";

/** How outages, which have no score, are ordered. */
export interface ByPeakOptions {
  /**
   * First where incidents compete for room: nobody could read the server, which
   * is as bad as it gets. Last where a score is to be told.
   */
  readonly outages: "first" | "last";
}

/**
 * Orders incidents by their peaks, the highest first.
 *
 * @param options Where outages stand.
 * @returns A comparison for `sort`; of equal peaks the earlier stays first.
 */
export function byPeak(
  { outages }: ByPeakOptions,
): (
  a: Pick<Incident, "peakScore">,
  b: Pick<Incident, "peakScore">,
) => number {
  const none = outages === "first" ? Infinity : -Infinity;
  return ({ peakScore: a }, { peakScore: b }) =>
    a === b ? 0 : (b ?? none) - (a ?? none);
}

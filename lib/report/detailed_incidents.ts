import type { Incident } from "../detect/incident.ts";
import { byPeak } from "./by_peak.ts";

/** Incidents that get a part of their own; of more, those with the highest peaks. */
export const MOST_DETAILED = 20;

/**
 * Chooses the incidents that a report shows in detail.
 *
 * @param incidents All of them.
 * @returns Those with the highest peaks; an outage has no score and is as bad as
 *   it gets.
 */
export function detailedIncidents(
  incidents: readonly Incident[],
): ReadonlySet<Incident> {
  const worst = [...incidents].sort(byPeak({ outages: "first" }));
  return new Set(worst.slice(0, MOST_DETAILED));
}

/**
 * Names the part of a report that shows an incident in detail.
 *
 * @param number The incident's number, counted from 1 in order of time.
 * @returns An anchor.
 */
export function incidentSection(number: number): string {
  return `incident-${number}`;
}

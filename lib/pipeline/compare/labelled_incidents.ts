import type { LabelledEvent } from "../../measure/evaluation.ts";
import {
  compared,
  firstGroup,
  type FoundIncident,
} from "./compared_incident.ts";
import type { ComparedIncident, Sighting } from "./comparison.ts";

/** What a version makes of labelled events. */
export interface LabelledFindings {
  /** The events, as measured for it. */
  readonly events: readonly LabelledEvent[];
  /** Its incidents. */
  readonly incidents: readonly FoundIncident[];
}

/** What both versions make of labelled events. */
export interface LabelledPair {
  /** The version in use. */
  readonly current: LabelledFindings;
  /** The new version. */
  readonly candidate: LabelledFindings;
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
  const others = new Map(
    candidate.events.map((event) => [keyOf(event), event]),
  );
  return current.events.flatMap((event) => {
    const other = others.get(keyOf(event));
    if (other === undefined) return [];
    const { start, end, note } = event;
    return [compared({ start, end, note, source: "labels" }, {
      current: sightingOf(event, current.incidents),
      candidate: sightingOf(other, candidate.incidents),
    })];
  });
}

function sightingOf(
  { incident, delaySeconds, topFeature }: LabelledEvent,
  incidents: readonly FoundIncident[],
): Sighting | null {
  if (incident === null) return null;
  const found = incidents.find(({ id }) => id === incident);
  return {
    ...{ incident, delaySeconds: delaySeconds ?? 0, topFeature },
    topGroup: found === undefined ? topFeature : firstGroup(found),
  };
}

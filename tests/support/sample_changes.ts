import type { Incident } from "@lib/detect/incident.ts";
import type { LevelMove } from "@lib/measure/level_move.ts";

/** Incidents of which one opened a change, and all changes. */
export interface SampleChanges {
  readonly incidents: Incident[];
  readonly changes: LevelMove[];
}

/** The incident whose signals stayed where they were. */
const CHANGED = 1;

/**
 * Makes one incident of the sample a change: its first two contributions stay
 * where they went, and one of them moves on later without an alarm.
 *
 * @param incidents The sample's incidents.
 * @returns The same incidents, one of them with its change.
 */
export function sampleChanges(incidents: readonly Incident[]): SampleChanges {
  const changed = incidents[CHANGED];
  if (changed?.kind !== "anomaly") {
    return { incidents: [...incidents], changes: [] };
  }
  const later = (hours: number) =>
    new Date(Date.parse(changed.start) + hours * 3_600_000).toISOString()
      .replace(".000Z", "Z");
  const features = changed.contributions.slice(0, 2).map((part) => ({
    ...{ feature: part.feature, unit: part.unit },
    ...{ from: part.expected ?? 0, to: part.actual ?? 0 },
    since: part.onset ?? changed.start,
  }));
  const moves = features.map((moved, i) => ({
    ...moved,
    judgedFrom: changed.end,
    until: i === 0 ? later(2) : null,
    incident: changed.id,
  }));
  const [first] = features;
  const silent = first && {
    ...{ ...first, from: first.to, to: 1.1 * first.to, since: later(2) },
    ...{ judgedFrom: later(6), until: null, incident: null },
  };
  return {
    incidents: incidents.map((incident) =>
      incident === changed ? { ...incident, change: { features } } : incident
    ),
    changes: silent ? [...moves, silent] : moves,
  };
}

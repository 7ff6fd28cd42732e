/** How one version saw a past incident. */
export interface Sighting {
  /** The id of the incident that it made of it. */
  readonly incident: string;
  /** Seconds from the start of the past incident to where it was known, at least 0. */
  readonly delaySeconds: number;
  /** Its first contributing signal. */
  readonly topFeature: string | null;
  /** The group that signal moves together with; the signal where it stands alone. */
  readonly topGroup: string | null;
}

/** A past incident as two versions of a model see it. */
export interface ComparedIncident {
  /** ISO 8601 UTC. */
  readonly start: string;
  /** ISO 8601 UTC, included. */
  readonly end: string;
  /** The labeller's words; empty where there are none. */
  readonly note: string;
  /** Who knew of it: labels, an earlier run, or only the versions themselves. */
  readonly source: "labels" | "earlier run" | "these versions";
  /** What the version in use makes of it; `null` if it does not find it. */
  readonly current: Sighting | null;
  /** What the new version makes of it; `null` if it does not find it. */
  readonly candidate: Sighting | null;
  /** `"same"`: both find it; `"neither"`: none does. */
  readonly change: "same" | "lost" | "gained" | "neither";
}

/** How one version did over all of the time. */
export interface VersionMeasures {
  /** The version. */
  readonly version: string;
  /** Of the past incidents, how many it finds. */
  readonly found: number;
  /** Median delay of what it finds, in seconds; `null` where it finds nothing. */
  readonly medianDelaySeconds: number | null;
  /** Anomaly incidents a day. */
  readonly incidentsPerDay: number;
  /** False alarms, and a day; `null` without labels. */
  readonly falseAlarms:
    | { readonly count: number; readonly perDay: number }
    | null;
}

/** Two versions of a model on the same past time. */
export interface Comparison {
  /** The model. */
  readonly name: string;
  /** The host of the data. */
  readonly host: string;
  /** First and last step that both scored, ISO 8601 UTC. */
  readonly span: { readonly start: string; readonly end: string };
  /** Milliseconds from one step of the new version to the next. */
  readonly intervalMs: number;
  /** The alarm budget of both, such as `"1/day"`. */
  readonly budget: string;
  /** What the past incidents are: labelled ones, or all that anybody found. */
  readonly basis: "labels" | "incidents";
  /** The past incidents, in order of time. */
  readonly incidents: readonly ComparedIncident[];
  /** The version in use. */
  readonly current: VersionMeasures;
  /** The new version. */
  readonly candidate: VersionMeasures;
  /** Past incidents that only the version in use finds. */
  readonly lost: number;
  /** Past incidents that only the new version finds. */
  readonly gained: number;
  /** Incidents that both find, whose first signals differ. */
  readonly firstSignalChanged: number;
  /** Of them, those whose first signals do not move together. */
  readonly firstGroupChanged: number;
  /** In what the new version is worse, in clauses; none where it is as good. */
  readonly worse: readonly string[];
  /** What weakens the comparison, in sentences. */
  readonly warnings: readonly string[];
}

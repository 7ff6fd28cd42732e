import type { MovedFeature } from "../detect/incident.ts";

/** A feature that moved to another level, and what became of it. */
export interface LevelMove extends MovedFeature {
  /** First step that is judged against the new level, ISO 8601 UTC. */
  readonly judgedFrom: string;
  /** When it moved on from there, ISO 8601 UTC; `null` if it stayed. */
  readonly until: string | null;
  /** The id of the incident that it opened; `null` if it made no alarm. */
  readonly incident: string | null;
}

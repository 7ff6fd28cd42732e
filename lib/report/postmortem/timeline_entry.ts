/** One thing that happened, for the timeline of a postmortem. */
export interface TimelineEntry {
  /** Milliseconds since 1970 UTC. */
  readonly ms: number;
  /** What happened, without names of people and without a cause. */
  readonly what: string;
  /** The metric that says so; `"score"` for the model's. */
  readonly source: string;
  /** Whether it is the incident's own, a warning's, or a signal's in it. */
  readonly of: "alarm" | "warning" | "signal";
  /** The feature that left its band then; absent where that is not what happened. */
  readonly left?: string;
}

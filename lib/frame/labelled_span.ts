/** A span of time that a person labelled as an incident. */
export interface LabelledSpan {
  /** First instant, milliseconds since 1970 UTC. */
  readonly startMs: number;
  /** Last instant (included), milliseconds since 1970 UTC. */
  readonly endMs: number;
  /** The metrics named as its causes; may be empty. */
  readonly features: readonly string[];
  /** The labeller's words; may be empty. */
  readonly note: string;
}

/**
 * What a person says of a span of time.
 *
 * - `"true"`: an incident
 * - `"false"`: no incident; an alarm there is a false one
 * - `"maintenance"`: unusual and meant to be: neither found, missed nor false
 */
export type Mark = (typeof MARKS)[number];

/** All marks. */
export const MARKS = ["true", "false", "maintenance"] as const;

/** A span of time that a person labelled, most often as an incident. */
export interface LabelledSpan {
  /** First instant, milliseconds since 1970 UTC. */
  readonly startMs: number;
  /** Last instant (included), milliseconds since 1970 UTC. */
  readonly endMs: number;
  /** The metrics named as its causes; may be empty. */
  readonly features: readonly string[];
  /** The labeller's words; may be empty. */
  readonly note: string;
  /**
   * What the labeller says of it.
   *
   * @default {"true"}
   */
  readonly mark?: Mark;
  /** The host that it is of; of every host where it names none. */
  readonly host?: string;
}

/**
 * Tells what a person says of a span.
 *
 * @param span The span.
 * @returns Its mark; `"true"` where it has none.
 */
export function markOf({ mark = "true" }: Pick<LabelledSpan, "mark">): Mark {
  return mark;
}

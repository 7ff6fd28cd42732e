import type { Mark } from "../../../frame/labelled_span.ts";

/** A choice that a reader has, and its words. */
export interface MarkWord {
  /** What is said of the incident; `null`: nothing. */
  readonly mark: Mark | null;
  /** What a reader is asked to say. */
  readonly text: string;
  /** A sign of one character, beside its word in tables. */
  readonly sign: string;
}

/** All choices, in the order in which they are offered. */
export const MARK_WORDS: readonly MarkWord[] = [
  { mark: "true", text: "true (an incident)", sign: "✓" },
  { mark: "false", text: "false (no incident)", sign: "✗" },
  { mark: "maintenance", text: "maintenance", sign: "⚙" },
  { mark: null, text: "not marked", sign: "" },
];

/**
 * Gives the words of a mark.
 *
 * @param mark The mark.
 * @returns Its words.
 */
export function wordOf(mark: Mark | null): MarkWord {
  return MARK_WORDS.find((word) => word.mark === mark)!;
}

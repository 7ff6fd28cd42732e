/**
 * The errors that somebody catches by type.
 *
 * @module
 */

/**
 * Input that a person can correct: a flag, a file, a column, a value.
 *
 * Scripts print its message on one line, without a stack, and exit with 1;
 * everything else that is thrown is a defect of ours.
 *
 * @example Usage
 * ```ts
 * import { InputError } from "@lib/errors.ts";
 * import assert from "node:assert/strict";
 *
 * const error = new InputError("train", "epochs must be a positive integer", {
 *   got: 0,
 *   hint: "leave --epochs out for the default",
 * });
 * assert.equal(
 *   error.message,
 *   "Cannot train: epochs must be a positive integer, got 0; leave --epochs out for the default",
 * );
 * ```
 */
export class InputError extends Error {
  /** Tells it from other errors. */
  override readonly name = "InputError";

  /**
   * Builds the one-line message `Cannot <action>: <rule>, got <value>; <hint>`.
   *
   * @param action What could not be done, as a verb phrase: "read metrics.csv".
   * @param rule What must be true.
   * @param details The value that broke the rule, and what to do about it.
   */
  constructor(action: string, rule: string, details: InputErrorDetails = {}) {
    const { got, hint, ...options } = details;
    const value = got === undefined ? "" : `, got ${quote(got)}`;
    const message = `Cannot ${action}: ${rule}${value}${
      hint ? `; ${hint}` : ""
    }`;
    // Names out of a file may hold line ends, and what a terminal obeys.
    super(message.replaceAll(/\p{Cc}+/gu, " "), options);
  }
}

/** What an {@linkcode InputError} says besides the rule. */
export interface InputErrorDetails {
  /** The offending value; strings are shown in quotes and cut at 80 characters. */
  readonly got?: unknown;
  /** What the reader can do. */
  readonly hint?: string;
  /** The error underneath. */
  readonly cause?: unknown;
}

function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** Why a server gave no answer. */
export interface Failure {
  /** What must be true. */
  readonly rule: string;
  /** What a person can do; empty where the rule says it all. */
  readonly hint: string;
  /** How often a question is put that fails so. */
  readonly tries: number;
  /** The status that it came with. */
  readonly got?: number;
}

/** A question is put this often where the next try may be better. */
export const TRIES = 5;

/** A server that hangs is asked twice: each time costs a minute. */
const TRIES_IN_TIME = 2;

/** Messages of `fetch` by what they are about; the first that fits counts. */
const CAUSES: readonly (readonly [RegExp, Failure])[] = [
  [/certificate/i, {
    rule: "its certificate must be one that this machine trusts",
    hint:
      "DENO_TLS_CA_STORE=system takes the system's authorities, DENO_CERT=FILE one of yours",
    tries: 1,
  }],
  [/InvalidContentType|corrupt message/i, {
    rule: "it must speak TLS where its address begins with https",
    hint: "try http",
    tries: 1,
  }],
  [/dns|lookup/i, {
    rule: "its name must be known",
    hint: "no address was found for it",
    tries: TRIES,
  }],
  [/refused/i, {
    rule: "it must be reachable",
    hint: "nothing listens there",
    tries: TRIES,
  }],
  [/body|closed|reset|incomplete/i, {
    rule: "it must be reachable",
    hint: "it ended the connection before its answer was whole",
    tries: TRIES,
  }],
];

/**
 * Says why `fetch` failed, without its own words: those may go on about
 * addresses.
 *
 * @param cause What it threw.
 * @param timeoutMs How long it may take.
 * @returns Rule, hint, and how often to try.
 *
 * @example Usage
 * ```ts
 * import { failureOf } from "@lib/source/prometheus/prometheus_failure.ts";
 * import assert from "node:assert/strict";
 *
 * const error = new TypeError("tcp connect error: Connection refused");
 * assert.equal(failureOf(error, 1000).hint, "nothing listens there");
 * ```
 */
export function failureOf(cause: unknown, timeoutMs: number): Failure {
  if (cause instanceof Error && cause.name === "TimeoutError") {
    return {
      rule: `it must answer within ${timeoutMs / 1000} s`,
      hint: "is it the right address? if so, ask for a shorter time",
      tries: TRIES_IN_TIME,
    };
  }
  const messages = messagesOf(cause);
  const known = CAUSES.find(([pattern]) => pattern.test(messages));
  return known?.[1] ?? { rule: "it must be reachable", hint: "", tries: TRIES };
}

/**
 * `fetch` says "fetch failed", and what failed in the error underneath, after
 * the address: no address has the space that this text begins with.
 */
function messagesOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  const own = error.message.split(" client error (").at(-1) ?? "";
  return `${own}; ${messagesOf(error.cause)}`;
}

import { InputError } from "../../errors.ts";

/** The environment's variables that hold credentials. */
export const AUTH_VARIABLES = [
  "PROMETHEUS_USER",
  "PROMETHEUS_PASSWORD",
  "PROMETHEUS_TOKEN",
] as const;

/**
 * Makes the `Authorization` header of what the environment holds: a bearer
 * token, or a user with a password (RFC 6750, RFC 7617). It goes into requests
 * and nowhere else.
 *
 * @param get Gives a variable of the environment.
 * @returns The header; `undefined` where nothing is set.
 * @throws {InputError} If both kinds are set, or half of one; no value is shown.
 *
 * @example Usage
 * ```ts
 * import { prometheusAuth } from "@lib/pipeline/params/prometheus_auth.ts";
 * import assert from "node:assert/strict";
 *
 * const env = new Map([["PROMETHEUS_TOKEN", "abc"]]);
 * assert.equal(prometheusAuth((name) => env.get(name)), "Bearer abc");
 * ```
 */
export function prometheusAuth(
  get: (name: (typeof AUTH_VARIABLES)[number]) => string | undefined,
): string | undefined {
  const refuse = (rule: string) => new InputError("use credentials", rule);
  const [user, password, token] = AUTH_VARIABLES.map((name) =>
    get(name) || undefined
  );
  if (token !== undefined) {
    if (user !== undefined || password !== undefined) {
      throw refuse("PROMETHEUS_TOKEN must not stand beside PROMETHEUS_USER");
    }
    if (!/^[\x21-\x7e]+$/.test(token)) {
      throw refuse("PROMETHEUS_TOKEN must be printable ASCII without a space");
    }
    return `Bearer ${token}`;
  }
  if (user === undefined && password === undefined) return undefined;
  if (user === undefined || user.includes(":")) {
    throw refuse("PROMETHEUS_USER must be a name without a colon");
  }
  const bytes = new TextEncoder().encode(`${user}:${password ?? ""}`);
  return `Basic ${bytes.toBase64()}`;
}

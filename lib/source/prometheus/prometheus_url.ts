import { InputError } from "../../errors.ts";

/** What a source begins with that is no file. */
const SCHEME = "prometheus:";

/**
 * Tells whether a source is a Prometheus server rather than a file.
 *
 * @param source What `--data` was given.
 * @returns Whether it is.
 */
export function isPrometheus(source: string): boolean {
  return source.startsWith(SCHEME);
}

/**
 * Reads the address of a Prometheus server. Credentials in it are refused,
 * since addresses are printed and stored.
 *
 * @param source Such as `"prometheus:http://127.0.0.1:9090"`; a path before `/api/v1` may follow.
 * @returns The address, without a slash at its end.
 * @throws {InputError} If it is none, or has credentials; these are not shown.
 *
 * @example Usage
 * ```ts
 * import { prometheusUrl } from "@lib/source/prometheus/prometheus_url.ts";
 * import assert from "node:assert/strict";
 *
 * const url = prometheusUrl("prometheus:http://127.0.0.1:9090/");
 * assert.equal(url, "http://127.0.0.1:9090");
 * assert.throws(() => prometheusUrl("prometheus:http://me:secret@127.0.0.1"));
 * ```
 */
export function prometheusUrl(source: string): string {
  const action = "read from Prometheus";
  const url = URL.parse(source.slice(SCHEME.length));
  // Nothing of the address is shown: it may hold a password.
  if (
    !isPrometheus(source) || !url || !/^https?:$/.test(url.protocol) ||
    url.search !== "" || url.hash !== ""
  ) {
    throw new InputError(
      action,
      "its address must be written prometheus:http://HOST:PORT",
    );
  }
  if (url.username !== "" || url.password !== "") {
    throw new InputError(action, "its address must hold no password", {
      hint: "set PROMETHEUS_USER and PROMETHEUS_PASSWORD, or PROMETHEUS_TOKEN",
    });
  }
  return url.href.replace(/\/+$/, "");
}

/**
 * Names what of the network a server's address needs.
 *
 * @param url The address.
 * @returns Host and port, as Deno's `--allow-net` takes them.
 */
export function netOf(url: string): string {
  const { hostname, port, protocol } = new URL(url);
  return `${hostname}:${port || (protocol === "https:" ? 443 : 80)}`;
}

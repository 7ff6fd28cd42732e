import { dirname } from "node:path";
import { netOf, prometheusUrl } from "@lib/source/prometheus_url.ts";

/**
 * Gives the rights of a task that reads files: no network, no programs.
 *
 * @returns Arguments of `deno run`.
 */
export function offlineRights(): readonly string[] {
  return ["-P=offline"];
}

/**
 * Gives the rights of the task that reads from Prometheus: exactly its host on
 * the network, exactly the file's folder to write to.
 *
 * @param source The server, `prometheus:http://HOST:PORT`.
 * @param out The file that is written, an absolute path.
 * @returns Arguments of `deno run`.
 * @throws {InputError} If the server's address is none.
 */
export function recordRights(source: string, out: string): readonly string[] {
  return [
    "-P=record",
    `--allow-net=${netOf(prometheusUrl(source))}`,
    // A comma would part two paths; a doubled one is a comma.
    `--allow-write=${writable(out).replaceAll(",", ",,")}`,
  ];
}

/** The file's folder, or the first of those above it that must be made. */
function writable(out: string): string {
  let folder = dirname(out);
  while (!isThere(dirname(folder))) folder = dirname(folder);
  return folder;
}

function isThere(path: string): boolean {
  try {
    return Deno.statSync(path).isDirectory;
  } catch {
    return dirname(path) === path;
  }
}

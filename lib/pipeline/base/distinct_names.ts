import { modelNameOf } from "./model_name.ts";

/**
 * Names what belongs to one host each: a folder, a model.
 *
 * @param hosts The hosts.
 * @returns A name a host, in their order; no two alike, also where file systems
 *   take upper case for lower case.
 *
 * @example Usage
 * ```ts
 * import { distinctNames } from "@lib/pipeline/base/distinct_names.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(distinctNames(["db:1", "db/1", "DB-1"]), ["db-1", "db-1-2", "DB-1-3"]);
 * ```
 */
export function distinctNames(hosts: readonly string[]): string[] {
  const taken = new Set<string>();
  return hosts.map((host) => {
    const plain = modelNameOf(host);
    let name = plain;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${plain}-${n}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

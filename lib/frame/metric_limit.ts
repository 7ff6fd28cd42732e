import { SCHEMA } from "./schema.ts";

/** Limits that a person states, by column; `null` says that there is none. */
export type StatedLimits = ReadonlyMap<string, number | null>;

/**
 * What else node_exporter exports that must not reach 0: only names that mean
 * this and nothing else.
 */
const OTHER_FLOORS: ReadonlyMap<string, number> = new Map(
  [
    "node_memory_MemAvailable_bytes",
    "node_memory_SwapFree_bytes",
    "node_filesystem_avail_bytes",
    "node_filesystem_files_free",
  ].map((name) => [name, 0]),
);

const FLOORS: ReadonlyMap<string, number> = new Map([
  ...OTHER_FLOORS,
  ...SCHEMA.flatMap(({ name, floor }) =>
    floor === undefined ? [] : [[name, floor] as const]
  ),
]);

/**
 * Gives the value of a metric at which nothing is left: what a person says of
 * it, else what is known of its name. Limits are not guessed from units: a share
 * may be of anything.
 *
 * @param name The column's name; labels behind it, as in `name{device=sda}`, do
 *   not count.
 * @param stated What a person says, by whole names.
 * @returns The value; `null` where there is none.
 *
 * @example Usage
 * ```ts
 * import { metricLimit } from "@lib/frame/metric_limit.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(metricLimit("sys-mem-available"), 0);
 * assert.equal(metricLimit("sys-mem-free"), null);
 * assert.equal(metricLimit("disk-used", new Map([["disk-used", 100]])), 100);
 * ```
 */
export function metricLimit(
  name: string,
  stated: StatedLimits = new Map(),
): number | null {
  const said = stated.get(name);
  if (said !== undefined) return said;
  return FLOORS.get(name.replace(/\{.*$/s, "")) ?? null;
}

import { excludedGroups } from "../lib/frame/excluded_groups.ts";
import { nameList } from "../lib/frame/name_list.ts";
import type { ExcludedMetric } from "../lib/frame/raw_table.ts";

/**
 * Says which columns were left out, and why, for a terminal.
 *
 * @param excluded The columns.
 * @returns A line a column, and one for many alike.
 *
 * @example Usage
 * ```ts
 * import { leftOutLines } from "./left_out_lines.ts";
 * import assert from "node:assert/strict";
 *
 * const disk = { name: "disk", unit: "%" };
 * assert.deepEqual(
 *   leftOutLines([{ ...disk, reason: "constant", detail: "always 3 %" }]),
 *   ["left out: disk (constant: always 3 %)"],
 * );
 * ```
 */
export function leftOutLines(excluded: readonly ExcludedMetric[]): string[] {
  return excludedGroups(excluded).map(({ names, reason, detail }) =>
    `left out: ${nameList(names)} (${reason}: ${detail})`
  );
}

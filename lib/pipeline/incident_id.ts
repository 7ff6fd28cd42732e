/** How an incident's id ends: when it began. */
const START = /-(\d{8}T\d{6}Z)$/;

/**
 * Takes the time from an incident's id, which is its host and its start.
 *
 * @param id As in `incidents.json`.
 * @returns Such as `"20260301T135800Z"`; `null` for what is no id.
 *
 * @example Usage
 * ```ts
 * import { incidentTimeIn } from "@lib/pipeline/incident_id.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(incidentTimeIn("web-1-20260301T135800Z"), "20260301T135800Z");
 * ```
 */
export function incidentTimeIn(id: string): string | null {
  return START.exec(id)?.[1] ?? null;
}

/**
 * Takes the host from an incident's id.
 *
 * @param id As in `incidents.json`.
 * @returns The host; `null` for what is no id.
 */
export function incidentHostIn(id: string): string | null {
  return START.test(id) ? id.replace(START, "") : null;
}

import type { Severity } from "./incident.ts";

/**
 * Names how bad an incident is.
 *
 * @param peakScore The incident's highest score, in thresholds.
 * @returns `"minor"` below 2, `"major"` below 5, `"critical"` from 5.
 */
export function severity(peakScore: number): Severity {
  return peakScore < 2 ? "minor" : peakScore < 5 ? "major" : "critical";
}

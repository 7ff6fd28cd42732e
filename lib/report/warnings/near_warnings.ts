import type { Incident } from "../../detect/incident.ts";
import type { EarlyWarning } from "../../detect/trend/early_warning.ts";
import { DAY_MS } from "../../frame/day_ms.ts";

/** What is reached later than this says nothing of an incident. */
const NEAR_MS = DAY_MS;

/**
 * Gives the warnings that concern an incident: of what would have run out within
 * a day of its start. A disk that fills over weeks is told once, at the end.
 *
 * @param incident The incident.
 * @returns Its warnings, the soonest first.
 */
export function nearWarnings(
  { start, earlyWarnings }: Pick<Incident, "start" | "earlyWarnings">,
): EarlyWarning[] {
  return earlyWarnings.filter(({ exhaustedAt }) =>
    Date.parse(exhaustedAt) - Date.parse(start) <= NEAR_MS
  );
}

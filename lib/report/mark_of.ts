import type { Incident } from "../detect/incident.ts";
import type { SeverityMark } from "./document.ts";

/**
 * Says how an incident is marked.
 *
 * @param incident The incident.
 * @returns Its severity; an outage, which has no score, has a mark of its own.
 */
export function markOf(
  { kind, severity }: Pick<Incident, "kind" | "severity">,
): SeverityMark {
  return kind === "outage" ? "outage" : severity;
}

import type { Incident } from "../detect/incident.ts";
import type { SeverityShape } from "./document.ts";

/**
 * Says by which shape an incident is drawn.
 *
 * @param incident The incident.
 * @returns Its severity; an outage, which has no score, has one of its own.
 */
export function shapeOf(
  { kind, severity }: Pick<Incident, "kind" | "severity">,
): SeverityShape {
  return kind === "outage" ? "outage" : severity;
}

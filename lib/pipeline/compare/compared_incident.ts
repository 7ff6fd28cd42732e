import type { Incident } from "../../detect/incident.ts";
import type { ComparedIncident } from "./comparison.ts";

/** What of a found incident is compared. */
export type FoundIncident = Pick<
  Incident,
  "id" | "kind" | "start" | "end" | "peakScore" | "contributions"
>;

/**
 * Sets side by side what two versions make of a past incident.
 *
 * @param facts The incident.
 * @param seen How each of them saw it.
 * @returns Both, and what changed.
 */
export function compared(
  facts: Pick<ComparedIncident, "start" | "end" | "note" | "source">,
  { current, candidate }: Pick<ComparedIncident, "current" | "candidate">,
): ComparedIncident {
  const change = current === null
    ? candidate === null ? "neither" : "gained"
    : candidate === null
    ? "lost"
    : "same";
  return { ...facts, current, candidate, change };
}

/**
 * Names the first signal by the group that moves together with it.
 *
 * @param incident The incident.
 * @returns The group, or the signal where it stands alone; `null` for an outage.
 */
export function firstGroup({ contributions }: FoundIncident): string | null {
  const [first] = contributions;
  return first === undefined ? null : first.group ?? first.feature;
}

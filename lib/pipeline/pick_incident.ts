import { InputError } from "../errors.ts";
import { nearest } from "./base/nearest.ts";
import type { Incident } from "../detect/incident.ts";

/** Ids that a message names. */
const MOST_NAMED = 20;

/**
 * Picks the incident that a report or a postmortem is about.
 *
 * @param incidents All of the scored time.
 * @param id Its id; `null`: the one with the highest peak, an outage only where
 *   there is nothing else.
 * @returns The incident.
 * @throws {InputError} If there is none, or none of this id; names the others.
 */
export function pickIncident<One extends { readonly incident: Incident }>(
  incidents: readonly One[],
  id: string | null,
): One {
  const action = "tell of an incident";
  const [worst] = incidents.toSorted((one, other) =>
    (other.incident.peakScore ?? 0) - (one.incident.peakScore ?? 0)
  );
  if (worst === undefined) {
    throw new InputError(action, "there must be one in the scored time", {
      hint: "a larger --alarm-budget lowers the threshold",
    });
  }
  const picked = id === null
    ? worst
    : incidents.find((one) => one.incident.id === id);
  if (picked) return picked;
  const ids = incidents.map(({ incident }) => incident.id);
  const more = ids.length > MOST_NAMED ? ", …" : "";
  throw new InputError(action, "its id must be one of the scored time", {
    got: id,
    hint: nearest(id ?? "", ids) ??
      `there are ${ids.slice(0, MOST_NAMED).join(", ")}${more}`,
  });
}

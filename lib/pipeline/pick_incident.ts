import { InputError } from "../errors.ts";
import { DAY_MS } from "../frame/day_ms.ts";
import { nearest } from "./base/nearest.ts";
import type { Incident } from "../detect/incident.ts";
import { incidentTimeIn } from "./incident_id.ts";

/** Ids that a message names. */
const MOST_NAMED = 20;

/** What is further away than this is another incident. */
const NEAR_MS = DAY_MS;

/**
 * Picks the incident that a report or a postmortem is about.
 *
 * @param incidents All of the scored time.
 * @param id Its id; `null`: the one with the highest peak, an outage only where
 *   there is nothing else.
 * @returns The incident.
 * @throws {InputError} If there is none, or none of this id; names the one that began
 *   next to the time in it, or that is written most like it, else the others.
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
    hint: nearestInTime(incidents, id ?? "") ?? nearest(id ?? "", ids) ??
      `there are ${ids.slice(0, MOST_NAMED).join(", ")}${more}`,
  });
}

/** Another model, or a cut elsewhere, finds the same incident some steps off. */
function nearestInTime(
  incidents: readonly { readonly incident: Incident }[],
  id: string,
): string | undefined {
  const time = incidentTimeIn(id)?.replace(
    /^(....)(..)(..)T(..)(..)(..)Z$/,
    "$1-$2-$3T$4:$5:$6Z",
  );
  const ms = Date.parse(time ?? "");
  const [near] = incidents
    .map(({ incident }) => ({
      id: incident.id,
      offMs: Math.abs(Date.parse(incident.start) - ms),
    }))
    .filter(({ offMs }) => offMs <= NEAR_MS)
    .sort((a, b) => a.offMs - b.offMs);
  return near && `did you mean ${near.id}?`;
}

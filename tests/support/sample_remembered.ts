import type { Incident, SeenBefore } from "@lib/detect/incident.ts";
import { sampleCounterfactual } from "./sample_counterfactual.ts";
import { HOSTILE_NAMES } from "./sample_series.ts";

/**
 * Makes the second incident remind of the first, and of one of another run, and
 * tell what would clear its alarm.
 *
 * @param incidents Incidents, in order of time.
 * @param options Whether names are hostile.
 * @returns The same, the second one changed.
 */
export function remembered(
  incidents: readonly Incident[],
  { names }: { readonly names: "schema" | "hostile" },
): Incident[] {
  const [first] = incidents;
  if (first === undefined) return [];
  const { id, start, end } = first;
  const isHostile = names === "hostile";
  const seenBefore: SeenBefore[] = [
    {
      ...{ id, start, end, mark: null, source: null },
      ...{ similarity: 0.93, direction: "same" },
    },
    {
      ...{ start: "2026-02-11T03:00:00Z", end: "2026-02-11T03:20:00Z" },
      id: isHostile ? HOSTILE_NAMES[1]! : "server-1-20260211T030000Z",
      ...{ similarity: 0.74, direction: "opposite" },
      mark: isHostile ? HOSTILE_NAMES[0]! : "nightly backup",
      source: isHostile ? HOSTILE_NAMES[2]! : "reports/server-1-20260212",
    },
  ];
  return incidents.map((incident, i) =>
    i === 1
      ? {
        ...incident,
        seenBefore,
        counterfactual: sampleCounterfactual(incident),
      }
      : incident
  );
}

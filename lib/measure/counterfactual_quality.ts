import type { Incident } from "../detect/incident.ts";
import type { CounterfactualQuality } from "./evaluation.ts";

/** A found event with named causes, and the incident that found it. */
export interface ExplainedEvent {
  /** Causes that the labeller named. */
  readonly causes: readonly string[];
  /** What of the incident is compared; without a counterfactual it is passed over. */
  readonly incident:
    & Pick<Incident, "contributions">
    & Partial<Pick<Incident, "counterfactual">>;
}

/**
 * Measures how often the set that clears an incident's alarm holds a cause that a
 * person named, beside what sets of the same size drawn at random would.
 *
 * @param events Found events.
 * @returns Counts; sets that clear nothing claim nothing and are left out.
 */
export function counterfactualQuality(
  events: readonly ExplainedEvent[],
): CounterfactualQuality {
  const claims = events.flatMap(({ causes, incident }) => {
    const { counterfactual, contributions } = incident;
    if (!counterfactual?.clears || causes.length === 0) return [];
    const named = contributions
      .filter(({ feature }) => causes.includes(feature)).length;
    const size = counterfactual.features.length;
    return [{
      holds: counterfactual.features.some((name) => causes.includes(name)),
      chance: chanceOf({ size, named, of: contributions.length }),
    }];
  });
  return {
    of: claims.length,
    withCause: claims.filter(({ holds }) => holds).length,
    byChance: claims.reduce((sum, { chance }) => sum + chance, 0),
  };
}

/** That `size` of all features, none twice, hold at least one of those named. */
function chanceOf(
  { size, named, of }: {
    readonly size: number;
    readonly named: number;
    readonly of: number;
  },
): number {
  let none = 1;
  for (let i = 0; i < size; i++) {
    none *= Math.max(0, of - named - i) / (of - i);
  }
  return 1 - none;
}

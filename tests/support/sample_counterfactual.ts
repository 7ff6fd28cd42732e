import type { Counterfactual, Incident } from "@lib/detect/incident.ts";

/**
 * Makes a counterfactual of an incident's first signals that clears its alarm.
 *
 * @param incident An anomaly.
 * @param changes What differs.
 * @returns The counterfactual, of two signals, judged over the whole incident.
 */
export function sampleCounterfactual(
  { contributions, peakScore, start, end }: Incident,
  changes: Partial<Counterfactual> = {},
): Counterfactual {
  const features = contributions.slice(0, 2).map(({ feature }) => feature);
  const scoreBefore = peakScore ?? NaN;
  return {
    features,
    scoreBefore,
    scoreAfter: 0.62,
    clears: true,
    leaveOneOut: features.map((feature, i) => ({
      feature,
      scoreAfter: scoreBefore * (0.3 + 0.2 * i),
      scoreAlone: scoreBefore * (0.5 - 0.2 * i),
    })),
    random: { sets: 20, medianScoreAfter: 0.97 * scoreBefore, clears: 0 },
    tried: 15,
    steps: { start, end },
    ...changes,
  };
}

import type { EarlyWarning } from "./trend/early_warning.ts";
import type { IncidentWarning } from "./trend/incident_warning.ts";

/** How bad an incident is, by its peak score: minor below 2, major below 5, critical from 5. */
export type Severity = "minor" | "major" | "critical";

/** One feature's part in an incident. */
export interface Contribution {
  /** The feature's name. */
  readonly feature: string;
  /** The unit of `actual`, `expected` and `band`. */
  readonly unit: string;
  /** Share of the incident, in [0, 1]; sums to 1 over the features. */
  readonly share: number;
  /** Whether the feature passed its own threshold. */
  readonly isCause: boolean;
  /** Names the group of features that it moves together with; `null` where it stands alone. */
  readonly group: string | null;
  /** Value at the feature's worst step in the incident. */
  readonly actual: number | null;
  /** Reconstruction at that step. */
  readonly expected: number | null;
  /** Expected band at that step, `[low, high]`. */
  readonly band: readonly [number, number] | null;
  /** Whether the value stood above or below what was expected. */
  readonly direction: "high" | "low";
  /** First step outside the band, ISO 8601 UTC; `null` if it never left it. */
  readonly onset: string | null;
}

/** One feature of a set that was imputed, by itself and left out. */
export interface LeftOutFeature {
  /** The feature's name. */
  readonly feature: string;
  /** Highest score with this one as measured and the others of the set imputed. */
  readonly scoreAfter: number;
  /** Highest score with this one alone imputed. */
  readonly scoreAlone: number;
}

/** What imputing random sets of as many features does, to compare with. */
export interface RandomSets {
  /** How many sets were drawn, each another one; fewer where there are no more. */
  readonly sets: number;
  /** The median of their highest scores; `null` where there is no set. */
  readonly medianScoreAfter: number | null;
  /** How many of them clear the alarm. */
  readonly clears: number;
}

/**
 * The smallest set of features found whose values, imputed by the model from the
 * other features, clear the alarm; scores are in thresholds, the highest of the
 * judged steps.
 */
export interface Counterfactual {
  /** The features of the set, by falling share; at most five. */
  readonly features: readonly string[];
  /** The score as measured. */
  readonly scoreBefore: number;
  /** The score with the set imputed. */
  readonly scoreAfter: number;
  /** Whether it is below 1 at every judged step; else no set that was tried does. */
  readonly clears: boolean;
  /** One entry a feature, in the same order. */
  readonly leaveOneOut: readonly LeftOutFeature[];
  /** Random sets of the same size. */
  readonly random: RandomSets;
  /** How many sets the search tried. */
  readonly tried: number;
  /** First and last judged step, ISO 8601 UTC: a part of a long incident. */
  readonly steps: { readonly start: string; readonly end: string };
}

/** An earlier incident that an incident resembles. */
export interface SeenBefore {
  /** The earlier incident's id. */
  readonly id: string;
  /** Its first step, ISO 8601 UTC. */
  readonly start: string;
  /** Its last step (included), ISO 8601 UTC. */
  readonly end: string;
  /** How alike the contributing signals are, in [0, 1]; 1 is the same. */
  readonly similarity: number;
  /** Whether the largest signal that both had went the same way. */
  readonly direction: "same" | "opposite";
  /** What a person said of it in labels; `null` where nobody did. */
  readonly mark: string | null;
  /** The folder of the earlier run that it stands in; `null`: the same run. */
  readonly source: string | null;
}

/** How sure an incident is, in plain words. */
export interface Confidence {
  /** The worst that a rule says of it. */
  readonly level: "high" | "medium" | "low";
  /** Clauses: doubts, those that decide first; what makes it sure where there is none. */
  readonly reasons: readonly string[];
}

/** A feature that moved to another level and stayed there. */
export interface MovedFeature {
  /** The feature's name. */
  readonly feature: string;
  /** The unit of `from` and `to`. */
  readonly unit: string;
  /** Its level before: the median of at least as long. */
  readonly from: number;
  /** The level at which it stayed: the median of at least a day. */
  readonly to: number;
  /** First step outside the old level, ISO 8601 UTC. */
  readonly since: string;
  /** Whether its values went on moving that way, so that `to` is not where it stays. @default {false} */
  readonly goesOn?: true;
}

/** A change that lasts, in an incident that it opened. */
export interface Change {
  /** What moved, in order of the time from which it is judged anew. */
  readonly features: readonly MovedFeature[];
}

/** An incident as `incidents.json` holds it; times are ISO 8601 UTC with `Z`. */
export interface Incident {
  /** `<host>-<start as YYYYMMDDTHHMMSSZ>`. */
  readonly id: string;
  /** The host's name. */
  readonly host: string;
  /** An anomaly was scored; in an outage nobody could read the server. */
  readonly kind: "anomaly" | "outage";
  /** First step of the incident. */
  readonly start: string;
  /** Last step of the incident (included). */
  readonly end: string;
  /** The step with the highest score. */
  readonly peak: string;
  /** Score at the peak, in thresholds; `null` for an outage, which has no score. */
  readonly peakScore: number | null;
  /** From the peak score; an outage is critical. */
  readonly severity: Severity;
  /** By falling share. */
  readonly contributions: readonly Contribution[];
  /** What would clear the alarm; `null` for an outage, and where not computed. */
  readonly counterfactual: Counterfactual | null;
  /** How sure it is and why; `null` while not worked out. */
  readonly confidence: Confidence | null;
  /**
   * Features that moved to another level in it and stayed, from where on they are
   * judged against that; `null` where none did.
   */
  readonly change: Change | null;
  /** What was about to run out when it began, from what was known by then. */
  readonly earlyWarnings: readonly EarlyWarning[];
  /**
   * What would have run out within a day, as it was known when the incident began
   * or first while it went on, and what came of it.
   */
  readonly warnedOf: readonly IncidentWarning[];
  /** The earlier incidents most like it, the likest first; none where none is. */
  readonly seenBefore: readonly SeenBefore[];
}

import type { EarlyWarning } from "./trend/early_warning.ts";

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
  /** Names the group of features that move together; `null` while not known. */
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

/** Features whose normal values would clear the alarm. */
export interface Counterfactual {
  /** The features whose values were replaced. */
  readonly features: readonly string[];
  /** The score afterwards. */
  readonly scoreAfter: number;
  /** Whether the alarm disappears. */
  readonly clears: boolean;
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
  /** `null` while not computed. */
  readonly counterfactual: Counterfactual | null;
  /** What was about to run out when it began, from what was known by then. */
  readonly earlyWarnings: readonly EarlyWarning[];
  /** The earlier incidents most like it, the likest first; none where none is. */
  readonly seenBefore: readonly SeenBefore[];
}

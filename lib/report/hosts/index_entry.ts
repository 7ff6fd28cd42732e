import type { Incident, Severity } from "../../detect/incident.ts";
import type { EarlyWarning } from "../../detect/trend/early_warning.ts";
import type { Evaluation } from "../../measure/evaluation.ts";
import { detailedIncidents, incidentSection } from "../detailed_incidents.ts";
import { signalsOf } from "../signals_of.ts";

/** One host of several whose reports lie side by side, as `index.json` holds it. */
export interface IndexEntry {
  /** The host's name. */
  readonly host: string;
  /** Where its result lies, relative to the index; `null` where there is none. */
  readonly link: string | null;
  /** Why there is no result; `null` where there is one. */
  readonly problem: string | null;
  /** Highest score, in thresholds; `null` where there is none. */
  readonly peakScore: number | null;
  /** Incidents of kind anomaly. */
  readonly incidents: number;
  /** Incidents of kind outage. */
  readonly outages: number;
  /** First and last scored step, ISO 8601 UTC; `null` where there is no result. */
  readonly span: { readonly start: string; readonly end: string } | null;
  /** Seconds with a score of 1 or more. */
  readonly aboveSeconds: number;
  /** Incidents and outages in order of time. */
  readonly found: readonly IndexIncident[];
  /** What is about to run out at the end of its data, the soonest first. */
  readonly earlyWarnings: readonly EarlyWarning[];
}

/** An incident of one host, in few words. */
export interface IndexIncident {
  /** As in the host's `incidents.json`. */
  readonly id: string;
  /** Its number in the host's report, counted from 1 in order of time. */
  readonly number: number;
  /** An anomaly was scored; in an outage nobody could read the server. */
  readonly kind: "anomaly" | "outage";
  /** From the peak score; an outage is critical. */
  readonly severity: Severity;
  /** First step, ISO 8601 UTC. */
  readonly start: string;
  /** Last step (included), ISO 8601 UTC. */
  readonly end: string;
  /** Seconds from the first step to the end of its last step. */
  readonly durationSeconds: number;
  /** Score at the peak, in thresholds; `null` for an outage. */
  readonly peakScore: number | null;
  /** Names of its causes, else of its three largest contributions. */
  readonly signals: readonly string[];
  /** Anchor of its part in the host's report; `null` where it has none. */
  readonly section: string | null;
}

/** What of a host's result the index tells. */
export interface HostFacts {
  /** In order of time. */
  readonly incidents: readonly Incident[];
  /** One score a step; NaN where not scored. */
  readonly score: Float32Array;
  /** Milliseconds from one step to the next. */
  readonly intervalMs: number;
  /** Rates, span, early warnings. */
  readonly evaluation: Pick<Evaluation, "span" | "rates" | "earlyWarnings">;
}

/**
 * Gives a host with a result as the index tells it.
 *
 * @param host The host's name and where its result lies.
 * @param facts Its result.
 * @returns The entry.
 */
export function indexEntry(
  host: { readonly host: string; readonly link: string },
  { incidents, score, intervalMs, evaluation }: HostFacts,
): IndexEntry {
  const peak = score.reduce((most, value) => value > most ? value : most, -1);
  const above = score.reduce((sum, value) => sum + Number(value >= 1), 0);
  const detailed = detailedIncidents(incidents);
  return {
    ...host,
    problem: null,
    peakScore: peak < 0 ? null : peak,
    incidents: evaluation.rates.incidents,
    outages: evaluation.rates.outages,
    span: evaluation.span,
    aboveSeconds: (above * intervalMs) / 1000,
    earlyWarnings: evaluation.earlyWarnings,
    found: incidents.map((incident, index) => ({
      id: incident.id,
      number: index + 1,
      kind: incident.kind,
      severity: incident.severity,
      start: incident.start,
      end: incident.end,
      durationSeconds: (Date.parse(incident.end) - Date.parse(incident.start) +
        intervalMs) / 1000,
      peakScore: incident.peakScore,
      signals: signalsOf(incident).map(({ feature }) => feature),
      section: detailed.has(incident) ? incidentSection(index + 1) : null,
    })),
  };
}

/**
 * Gives a host whose data could not be used as the index tells it.
 *
 * @param host Its name.
 * @param problem Why there is no result.
 * @returns The entry.
 */
export function emptyEntry(host: string, problem: string): IndexEntry {
  return {
    host,
    link: null,
    problem,
    peakScore: null,
    incidents: 0,
    outages: 0,
    span: null,
    aboveSeconds: 0,
    found: [],
    earlyWarnings: [],
  };
}

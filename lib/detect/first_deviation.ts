import type { Contribution, Incident } from "./incident.ts";

/** What of an incident tells when it began to show. */
export interface Deviating extends Pick<Incident, "start"> {
  /** Its contributions. */
  readonly contributions: readonly Pick<Contribution, "isCause" | "onset">[];
}

/**
 * Tells when an incident began to show: the first step at which one of its
 * causes was outside its own band, which the alarm follows once the smoothed
 * score of all features together is high enough.
 *
 * @param incident The incident.
 * @returns Milliseconds since 1970 UTC; the incident's start where no cause left
 *   its band before it.
 */
export function firstDeviation(incident: Deviating): number {
  const onsets = incident.contributions.flatMap(({ isCause, onset }) =>
    isCause && onset !== null ? [Date.parse(onset)] : []
  );
  return Math.min(Date.parse(incident.start), ...onsets);
}

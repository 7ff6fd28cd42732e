import type { Contribution, Incident } from "../detect/incident.ts";

/** Signals of an incident without a cause. */
const MOST_SIGNALS = 3;

/**
 * Chooses the signals that an incident is told by: its causes, else its largest
 * contributions.
 *
 * @param incident The incident.
 * @param options How many stand for an incident without a cause. @default {3}
 * @returns By falling share; none for an outage.
 */
export function signalsOf(
  { kind, contributions }: Pick<Incident, "kind" | "contributions">,
  { most = MOST_SIGNALS }: { readonly most?: number } = {},
): readonly Contribution[] {
  if (kind === "outage") return [];
  const causes = contributions.filter(({ isCause }) => isCause);
  return causes.length > 0 ? causes : contributions.slice(0, most);
}

import { groupedContributions } from "./groups/grouped_contributions.ts";
import type { Contribution, Incident } from "./incident.ts";

/** What of an incident tells in which order its signals left their bands. */
export interface Ordered extends Pick<Incident, "kind" | "start"> {
  /** Its contributions, by falling share. */
  readonly contributions: readonly OrderedContribution[];
}

/** What of a contribution tells when it left its band. */
export type OrderedContribution = Pick<
  Contribution,
  "feature" | "share" | "isCause" | "group" | "direction" | "onset"
>;

/** A signal that left its expected band: a cause, or a group that holds one. */
export interface OnsetSignal {
  /** The member that left first; of several the strongest. */
  readonly feature: string;
  /** Whether it stood above or below its band at its worst step. */
  readonly direction: "high" | "low";
  /** The other causes of its group, each with its own direction. */
  readonly others: readonly Pick<OnsetSignal, "feature" | "direction">[];
}

/** Signals that left their bands at the same step. */
export interface Onset {
  /** The step, milliseconds since 1970 UTC. */
  readonly ms: number;
  /** Milliseconds after the first deviation. */
  readonly afterMs: number;
  /** Lead time: milliseconds before the alarm; below 0 where it followed it. */
  readonly leadMs: number;
  /** By falling share; the sampling interval cannot tell their order. */
  readonly signals: readonly OnsetSignal[];
}

/**
 * Orders the causes of an incident by when they left their expected bands,
 * metrics that move together as one.
 *
 * @param incident The incident.
 * @returns Onsets in order of time, the first deviation first; none where no
 *   cause left its band, and for an outage, in which nothing was expected.
 *
 * @example Usage
 * ```ts
 * import { onsetOrder } from "@lib/detect/onset_order.ts";
 * import assert from "node:assert/strict";
 *
 * const cause = { share: 0.5, isCause: true, group: null, direction: "high" } as const;
 * const [first, second] = onsetOrder({
 *   kind: "anomaly",
 *   start: "2026-03-01T10:01:00Z",
 *   contributions: [
 *     { ...cause, feature: "cpu-iowait", onset: "2026-03-01T10:00:40Z" },
 *     { ...cause, feature: "load-1m", onset: "2026-03-01T10:00:00Z" },
 *   ],
 * });
 * assert.equal(first?.signals[0]?.feature, "load-1m");
 * assert.equal(first?.leadMs, 60_000);
 * assert.equal(second?.afterMs, 40_000);
 * ```
 */
export function onsetOrder(
  { kind, start, contributions }: Ordered,
): Onset[] {
  if (kind === "outage") return [];
  const causes = contributions.flatMap((one) =>
    one.isCause && one.onset !== null
      ? [{ ...one, ms: Date.parse(one.onset) }]
      : []
  );
  const left = groupedContributions(causes).map(({ lead, others }) => {
    const members = [lead, ...others].sort((a, b) => a.ms - b.ms);
    const first = members[0]!;
    const rest = [lead, ...others].filter((member) => member !== first);
    return {
      first,
      others: rest.map(({ feature, direction }) => ({ feature, direction })),
    };
  });
  const steps = [...new Set(left.map(({ first }) => first.ms))]
    .sort((a, b) => a - b);
  return steps.map((ms) => ({
    ms,
    afterMs: ms - steps[0]!,
    leadMs: Date.parse(start) - ms,
    signals: left.filter(({ first }) => first.ms === ms)
      .map(({ first: { feature, direction }, others }) => (
        { feature, others, direction }
      )),
  }));
}

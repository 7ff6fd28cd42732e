import type { Contribution, Incident } from "./incident.ts";

/** What of an incident tells which signals it had. */
export interface Profiled extends Pick<Incident, "kind"> {
  /** Its contributions. */
  readonly contributions: readonly Pick<
    Contribution,
    "feature" | "share" | "isCause" | "direction"
  >[];
}

/**
 * Tells how alike the contributing signals of two incidents are: the
 * Bhattacharyya coefficient `Σ √(p·q)` of their profiles.
 *
 * A profile shares an incident out over its causes, each with its direction; an
 * incident without any is shared out over all features. What stayed within its
 * band is noise, of which 20 features have enough to make any two incidents
 * alike, and a drop is not the same signal as a surge. The root keeps one signal
 * that is far out from hiding the others. How strong an incident was or how long
 * it took plays no part. Outages are alike, and like nothing else.
 *
 * Source: Bhattacharyya, "On a measure of divergence between two statistical
 * populations defined by their probability distributions", Bull. Calcutta Math.
 * Soc. 35 (1943).
 *
 * @param one An incident.
 * @param other Another one.
 * @returns In [0, 1]: 1 for the same signals in the same proportions, 0 for none
 *   in common.
 *
 * @example Usage
 * ```ts
 * import { similarity } from "@lib/detect/similarity.ts";
 * import assert from "node:assert/strict";
 *
 * const cause = { isCause: true, direction: "high" } as const;
 * const disk = { ...cause, feature: "disk-io-time", share: 0.5 };
 * const cpu = { ...cause, feature: "cpu-user", share: 0.5 };
 * const one = { kind: "anomaly", contributions: [disk] } as const;
 * const both = { kind: "anomaly", contributions: [disk, cpu] } as const;
 * assert.equal(similarity(one, one), 1);
 * assert.equal(similarity(one, both), Math.sqrt(0.5));
 * ```
 */
export function similarity(one: Profiled, other: Profiled): number {
  if (one.kind !== other.kind) return 0;
  if (one.kind === "outage") return 1;
  const [p, q] = [profileOf(one), profileOf(other)];
  let sum = 0;
  for (const [signal, share] of p) {
    sum += Math.sqrt(share * (q.get(signal) ?? 0));
  }
  return Math.min(1, sum);
}

/** Shares by direction and feature, which sum to 1. */
function profileOf({ contributions }: Profiled): Map<string, number> {
  const causes = contributions.filter(({ isCause }) => isCause);
  const parts = causes.length > 0 ? causes : contributions;
  const total = parts.reduce((sum, { share }) => sum + share, 0);
  return new Map(parts.map(({ direction, feature, share }) => // A direction has no space in it, so that no two signals have one key.
  [`${direction} ${feature}`, total > 0 ? share / total : 0]));
}

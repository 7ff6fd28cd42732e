import type { Contribution, Incident, SeenBefore } from "./incident.ts";

/** What of an incident tells which signals it had. */
export interface Profiled extends Pick<Incident, "kind"> {
  /** Its contributions. */
  readonly contributions: readonly Pick<
    Contribution,
    "feature" | "share" | "isCause" | "direction"
  >[];
}

/** The signals of an incident. */
export interface Profile extends Pick<Incident, "kind"> {
  /** Share and direction by feature. */
  readonly signals: ReadonlyMap<
    string,
    Pick<Contribution, "share" | "direction">
  >;
  /** Euclidean length of the shares. */
  readonly length: number;
}

/** How two incidents compare. */
export type Likeness = Pick<SeenBefore, "similarity" | "direction">;

/**
 * Takes the signals of an incident: its causes, or all features where it has
 * none. What stayed within its band is noise, of which 20 features together have
 * enough to make any two incidents alike.
 *
 * @param incident The incident.
 * @returns Its profile.
 */
export function profileOf({ kind, contributions }: Profiled): Profile {
  const causes = contributions.filter(({ isCause }) => isCause);
  const signals = causes.length > 0 ? causes : contributions;
  return {
    kind,
    signals: new Map(signals.map((signal) => [signal.feature, signal])),
    length: Math.hypot(...signals.map(({ share }) => share)),
  };
}

/**
 * Tells how alike the contributing signals of two incidents are: the cosine of
 * their profiles, and whether their largest common signal went the same way. How
 * strong an incident was or how long it took plays no part. Outages are alike,
 * and like nothing else.
 *
 * @param one The profile of an incident.
 * @param other That of another one.
 * @returns The similarity in [0, 1]: 1 for the same signals in the same
 *   proportions, 0 for none in common.
 *
 * @example Usage
 * ```ts
 * import { profileOf, similarity } from "@lib/detect/similarity.ts";
 * import assert from "node:assert/strict";
 *
 * const cause = { isCause: true, direction: "high" } as const;
 * const disk = { ...cause, feature: "disk-io-time", share: 0.3 };
 * const cpu = { ...cause, feature: "cpu-user", share: 0.4 };
 * const one = profileOf({ kind: "anomaly", contributions: [disk] });
 * const both = profileOf({ kind: "anomaly", contributions: [cpu, disk] });
 * assert.equal(similarity(one, both).similarity.toFixed(6), "0.600000");
 * ```
 */
export function similarity(one: Profile, other: Profile): Likeness {
  if (one.kind !== other.kind) return { similarity: 0, direction: "same" };
  if (one.kind === "outage") return { similarity: 1, direction: "same" };
  let [dot, largest] = [0, 0];
  let direction: Likeness["direction"] = "same";
  for (const [feature, signal] of one.signals) {
    const their = other.signals.get(feature);
    if (their === undefined) continue;
    const weight = signal.share * their.share;
    dot += weight;
    if (weight <= largest) continue;
    largest = weight;
    direction = their.direction === signal.direction ? "same" : "opposite";
  }
  const lengths = one.length * other.length;
  // Rounding may lead beyond 1.
  return {
    similarity: lengths > 0 ? Math.min(1, dot / lengths) : 0,
    direction,
  };
}

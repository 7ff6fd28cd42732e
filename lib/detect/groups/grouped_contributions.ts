import type { Contribution } from "../incident.ts";

/** What of a contribution a group needs. */
type Member = Pick<Contribution, "feature" | "share" | "isCause" | "group">;

/** Features of an incident that move together, told as one. */
export interface ContributionGroup<M extends Member = Contribution> {
  /** The group's name; the feature's own where it stands alone. */
  readonly name: string;
  /** Its strongest member, a cause where it has one: by which it is told. */
  readonly lead: M;
  /** All other members, causes first, then by falling share. */
  readonly others: readonly M[];
  /** The sum of all its members' shares, in [0, 1]. */
  readonly share: number;
  /** Whether a member passed its own threshold. */
  readonly isCause: boolean;
}

/**
 * Tells contributions of an incident by group, so that what moves together fills
 * the list once, with the sum of all its shares, by which the list is sorted.
 *
 * @param contributions By falling share.
 * @returns One entry a group, and one for each feature that stands alone, by
 *   falling share; the shares have the same sum.
 *
 * @example Usage
 * ```ts
 * import { groupedContributions } from "@lib/detect/groups/grouped_contributions.ts";
 * import assert from "node:assert/strict";
 *
 * const load = { isCause: true, group: "load-1m" };
 * const [first] = groupedContributions([
 *   { feature: "load-5m", share: 0.5, ...load },
 *   { feature: "load-1m", share: 0.3, ...load },
 *   { feature: "cpu-user", share: 0.2, isCause: false, group: null },
 * ]);
 * assert.equal(first?.lead.feature, "load-5m");
 * assert.equal(first?.share, 0.8);
 * ```
 */
export function groupedContributions<M extends Member>(
  contributions: readonly M[],
): ContributionGroup<M>[] {
  const groups = new Map<string, M[]>();
  for (const member of contributions) {
    // A group has the name of a feature, which could stand alone in another model.
    const key = member.group === null
      ? `alone ${member.feature}`
      : `group ${member.group}`;
    const members = groups.get(key);
    if (members) members.push(member);
    else groups.set(key, [member]);
  }
  return [...groups.values()].map((members) => {
    const causes = members.filter(({ isCause }) => isCause);
    const rest = members.filter(({ isCause }) => !isCause);
    const [lead, ...others] = [...causes, ...rest];
    return {
      name: lead!.group ?? lead!.feature,
      lead: lead!,
      others,
      share: members.reduce((sum, { share }) => sum + share, 0),
      isCause: causes.length > 0,
    };
  }).sort((a, b) => b.share - a.share);
}

import type { Contribution } from "../../detect/incident.ts";
import {
  type ContributionGroup,
  groupedContributions,
} from "../../detect/groups/grouped_contributions.ts";
import { nameText, percentText } from "../words.ts";

/** Members of a group that are named beside its strongest. */
const MOST_OTHERS = 3;

/**
 * Names metrics that move together as one signal.
 *
 * @param lead The member by which it is told.
 * @param others The other members that had a part in it.
 * @returns Such as `"load-1m (with load-5m, load-15m)"`, `"cpu-user"`.
 *
 * @example Usage
 * ```ts
 * import { groupText } from "@lib/report/incident/group_text.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(groupText("load-1m", ["load-5m"]), "load-1m (with load-5m)");
 * ```
 */
export function groupText(lead: string, others: readonly string[]): string {
  if (others.length === 0) return nameText(lead);
  const rest = others.length - MOST_OTHERS;
  const named = others.slice(0, MOST_OTHERS).map(nameText).join(", ");
  const more = rest > 0 ? ` and ${rest} more` : "";
  return `${nameText(lead)} (with ${named}${more})`;
}

/**
 * Names a group of contributions.
 *
 * @param group The group.
 * @returns As {@linkcode groupText}.
 */
export function groupName(
  { lead, others }: Pick<ContributionGroup, "lead" | "others">,
): string {
  return groupText(lead.feature, others.map(({ feature }) => feature));
}

/**
 * Lists the largest contributions in a row, metrics that move together as one.
 *
 * @param contributions By falling share.
 * @param options How many are named. @default {3}
 * @returns Such as `"● load-1m (with load-5m) 61 %, cpu-user 12 %"`.
 */
export function shareList(
  contributions: readonly Contribution[],
  { most = 3 }: { readonly most?: number } = {},
): string {
  return groupedContributions(contributions).slice(0, most)
    .map((group) =>
      `${group.isCause ? "● " : ""}${groupName(group)} ${
        percentText(group.share)
      }`
    )
    .join(", ");
}

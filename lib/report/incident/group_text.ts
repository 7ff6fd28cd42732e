import type { Contribution } from "../../detect/incident.ts";
import {
  type ContributionGroup,
  groupedContributions,
} from "../../detect/groups/grouped_contributions.ts";
import { listText, nameText, percentText } from "../words.ts";

/** Members of a group that are named beside its strongest. */
const MOST_OTHERS = 3;

/**
 * Writes on which side of what was expected a signal was.
 *
 * @param direction Its direction.
 * @returns `"above"` or `"below"`.
 */
export function sideText(direction: Contribution["direction"]): string {
  return direction === "high" ? "above" : "below";
}

/**
 * Names who is told with a metric.
 *
 * @param names At least one, as they are written.
 * @returns Such as `"with load-5m, load-15m"`, `"with a, b, c and 2 more"`.
 */
export function companyText(names: readonly string[]): string {
  const rest = names.length - MOST_OTHERS;
  const named = names.slice(0, MOST_OTHERS).join(", ");
  return `with ${named}${rest > 0 ? ` and ${rest} more` : ""}`;
}

/**
 * Writes on which side of what was expected a group was, each member that left
 * its band on the other side by its name.
 *
 * @param group The group.
 * @returns Such as `"above"`, `"above (cpu-system below)"`.
 */
export function sidesText(
  { lead, others }: Pick<ContributionGroup, "lead" | "others">,
): string {
  const side = sideText(lead.direction);
  const across = companyOf({ others })
    .filter(({ direction }) => direction !== lead.direction);
  if (across.length === 0) return side;
  const names = across.slice(0, MOST_OTHERS)
    .map(({ feature }) => nameText(feature));
  const rest = across.length - names.length;
  const all = listText([...names, ...(rest > 0 ? [`${rest} more`] : [])]);
  return `${side} (${all} ${sideText(across[0]!.direction)})`;
}

/**
 * Names metrics that move together as one signal.
 *
 * @param lead The member by which it is told.
 * @param others The other members.
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
  return others.length === 0
    ? nameText(lead)
    : `${nameText(lead)} (${companyText(others.map(nameText))})`;
}

/**
 * Names metrics that move together where there is little room.
 *
 * @param lead The member by which it is told.
 * @param others How many others there are.
 * @returns Such as `"load-1m (+2)"`, `"cpu-user"`.
 */
export function shortGroupText(lead: string, others: number): string {
  return others === 0 ? nameText(lead) : `${nameText(lead)} (+${others})`;
}

/**
 * Names a group of contributions by those of it that left their own bands: one
 * that only moves with them is not to be taken for what went wrong.
 *
 * @param group The group.
 * @returns As {@linkcode groupText}; the first one alone where none left its band.
 */
export function groupName(
  group: Pick<ContributionGroup, "lead" | "others">,
): string {
  const names = companyOf(group).map(({ feature }) => feature);
  return groupText(group.lead.feature, names);
}

/**
 * Gives the members that are named beside a group's first one.
 *
 * @param group The group.
 * @returns Those that left their own bands.
 */
export function companyOf(
  { others }: Pick<ContributionGroup, "others">,
): readonly Contribution[] {
  return others.filter(({ isCause }) => isCause);
}

/**
 * Names the members of a group that stayed in their bands, for a table that tells
 * of each signal once.
 *
 * @param group The group.
 * @returns Such as `"moves with load-5m, load-15m"`; `""` where all left theirs.
 */
export function movesWithText(
  { others }: Pick<ContributionGroup, "others">,
): string {
  const names = others.filter(({ isCause }) => !isCause)
    .map(({ feature }) => nameText(feature));
  return names.length === 0 ? "" : `moves ${companyText(names)}`;
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

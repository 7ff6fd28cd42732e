import { groupedContributions } from "../../../detect/groups/grouped_contributions.ts";
import type { Incident } from "../../../detect/incident.ts";
import type { FigureData } from "../../document.ts";
import { plainText } from "../../../frame/plain_text.ts";

/**
 * Gives the shares of an incident as a figure's data, also those that the chart
 * puts together as others.
 *
 * @param incident The incident.
 * @returns A row a metric, those that move together beside each other and named by
 *   their first; shares in [0, 1].
 */
export function contributionsData(
  { contributions }: Pick<Incident, "contributions">,
): FigureData {
  return {
    columns: [
      "metric",
      "share",
      "passed its own threshold",
      "signal",
      "share of the signal",
    ],
    rows: groupedContributions(contributions).flatMap((group) =>
      [group.lead, ...group.others].map(({ feature, share, isCause }) => [
        plainText(feature),
        share,
        isCause ? "yes" : "no",
        plainText(group.lead.feature),
        group.share,
      ])
    ),
  };
}

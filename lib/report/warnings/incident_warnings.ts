import type { Block } from "../document.ts";
import type { NumberedIncident, ReportView } from "../report_view.ts";
import { knownText } from "./known_text.ts";
import { warningFigure } from "./warning_figure.ts";

/**
 * Tells what was about to run out when an incident began, or while it went on,
 * and what came of it, with a chart each.
 *
 * @param view The report's view.
 * @param one The incident.
 * @returns Sentences and figures; none where nothing was.
 */
export async function incidentWarnings(
  { timeZone, input }: Pick<ReportView, "timeZone" | "input">,
  { incident, number }: Pick<NumberedIncident, "incident" | "number">,
): Promise<Block[]> {
  const blocks: Block[] = [];
  for (const [i, warning] of incident.warnedOf.entries()) {
    blocks.push(
      {
        kind: "note",
        mark: "warning",
        text: knownText(incident, warning, { timeZone }),
      },
      ...await warningFigure(warning, input, {
        id: `incident-${number}-warning-${i + 1}`,
      }),
    );
  }
  return blocks;
}

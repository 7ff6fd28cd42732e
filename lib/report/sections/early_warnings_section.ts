import { evidenceOf } from "../evidence/evidence.ts";
import { timesOf } from "../evidence/times_of.ts";
import type { Block, Section } from "../document.ts";
import type { ReportView } from "../report_view.ts";
import { shownWarnings } from "../warnings/shown_warnings.ts";
import { warningFigure } from "../warnings/warning_figure.ts";
import { warningText } from "../warnings/warning_text.ts";
import { listText } from "../words.ts";

/** Incidents that a sentence names. */
const MOST_NAMED = 6;

/**
 * Tells what is about to run out at the end of the data, with a chart each, and
 * which incidents of those that the report tells of had such a warning.
 *
 * @param view The report's view.
 * @returns One section, or none where nothing was about to run out.
 */
export async function earlyWarningsSections(
  view: ReportView,
): Promise<Section[]> {
  const { told, timeZone } = view;
  const earlyWarnings = shownWarnings(view);
  const near = told
    .filter(({ incident }) => incident.warnedOf.length > 0)
    .map(({ number }) => `#${number}`);
  const more = near.length - MOST_NAMED;
  const warned = [
    ...near.slice(0, MOST_NAMED),
    ...(more > 0 ? [`${more} more`] : []),
  ];
  if (earlyWarnings.length === 0 && warned.length === 0) return [];
  const blocks: Block[] = [{
    kind: "paragraph",
    text: earlyWarnings.length === 0
      ? "Nothing points to its limit at the end of the data."
      : "What was last known, at the end of the data. A trend is a warning, " +
        "not a promise: it says what comes if nothing changes.",
  }];
  for (const [i, warning] of earlyWarnings.entries()) {
    blocks.push(
      {
        kind: "note",
        mark: "warning",
        text: warningText(warning, { timeZone }),
      },
      ...await warningFigure(warning, view.input, { id: `warning-${i + 1}` }),
    );
  }
  if (warned.length > 0) {
    blocks.push({
      kind: "paragraph",
      text:
        `When ${warned.length === 1 ? "incident" : "incidents"} ${
          listText(warned)
        } began, or while ${warned.length === 1 ? "it" : "they"} went on, ` +
        "a trend pointed to a limit within a day: see there for what came of it.",
    });
  }
  return [{
    id: "early-warnings",
    title: "Early warnings",
    level: 2,
    evidence: evidenceOf(view.input, {
      basis: "history",
      range: { start: 0, end: view.input.table.steps },
      times: timesOf(blocks),
    }),
    blocks,
  }];
}

import { formatSpan } from "../../frame/units.ts";
import type { Figure, Section, Writeup } from "../document.ts";
import { incidentTime } from "../incident_sentence.ts";
import type { ReportView } from "../report_view.ts";
import { foundText } from "../incident/found_text.ts";
import { nameText } from "../words.ts";
import { contributing } from "./contributing.ts";
import { detection } from "./detection.ts";
import { impact } from "./impact.ts";
import { recovery } from "./recovery.ts";
import { summary } from "./summary.ts";
import { supporting } from "./supporting.ts";
import { timeline } from "./timeline.ts";
import { type Told, toTold } from "./told.ts";
import { unseen } from "./unseen.ts";

/** What a postmortem may show. */
export interface PostmortemOptions {
  /** The report's figures, which lie beside it. @default {none} */
  readonly figures?: readonly Figure[];
}

/**
 * Drafts a postmortem after the common templates: what the data shows, in UTC and
 * in units, with its sources. It names no cause and no people, and leaves the
 * impact on users to those who know it.
 *
 * @param view The report's view; of one incident where that is its subject.
 * @param options Figures that it can point to.
 * @returns The draft.
 */
export function postmortem(
  view: ReportView,
  { figures = [] }: PostmortemOptions = {},
): Writeup {
  const told = toTold(view, figures);
  const chapters = [
    ["Summary", summary(told)],
    ["Impact", impact(told)],
    ["Detection and delay", detection(told)],
    ["Timeline", timeline(told)],
    ["Contributing signals", contributing(told)],
    ["Recovery", recovery(told)],
    ["What we could not see", unseen(told)],
    ["Supporting information", supporting(told)],
  ] as const;
  return {
    title: titleOf(told),
    sections: chapters.flatMap(([title, { parts = [], ...content }]) => {
      const id = `postmortem-${title.toLowerCase().replaceAll(" ", "-")}`;
      const section: Section = { id, title, level: 2, ...content };
      return [section, ...parts];
    }),
  };
}

function titleOf({ view }: Told): string {
  const { input: { table, evaluation }, subject } = view;
  const { intervalMs } = table;
  const host = nameText(table.host);
  if (subject !== null) {
    const when = incidentTime(subject.incident, { intervalMs });
    return `Postmortem: ${host}, ${when}`;
  }
  const found = foundText(evaluation.rates);
  const { start, end } = evaluation.span;
  return `Postmortem: ${host}, ${found}, ${
    formatSpan(Date.parse(start), Date.parse(end), { intervalMs })
  }`;
}

import { type LabelledSpan, markOf } from "../../../frame/labelled_span.ts";
import { parseLabels } from "../../../source/parse_labels.ts";
import { toLabelsCsv } from "../../../source/to_labels_csv.ts";
import type { PageData, PageIncident, PageMarks } from "../page_data.ts";
import { type LabelSpan, type Marks, withMark } from "./page_marks.ts";

/** What of a page's data marks are written with. */
export type MarkedPage = Pick<PageData, "host" | "incidents"> & {
  /** How they are written. */
  readonly marks: PageMarks;
};

/**
 * Writes marks as a labels file; labels that were loaded and are of no incident
 * of the page stay in it.
 *
 * @param marks The marks; notes without a mark are left out.
 * @param page The page's incidents and clock.
 * @returns The file's text.
 */
export function marksToCsv(marks: Marks, page: MarkedPage): string {
  const own = page.incidents.flatMap((incident) => {
    const said = marks.byIncident.get(incident.id);
    if (!said || said.mark === null) return [];
    const span = said.span ?? spanOf(incident, page.host);
    return [{ ...span, mark: said.mark, note: said.note.trim() }];
  });
  const spans = [...own, ...marks.others]
    .sort((a, b) => a.startMs - b.startMs);
  return toLabelsCsv(spans, { times: page.marks.times });
}

/** What a labels file said. */
export interface LoadedMarks {
  /** What was said before, and above it what the file says. */
  readonly marks: Marks;
  /** Labels of the file that are of an incident of the page. */
  readonly found: number;
  /** Its other labels. */
  readonly others: number;
}

/**
 * Takes the labels of a file into a page. A label marks the incident that it
 * shares most time with, and keeps its own span: another model finds the same
 * incident a few steps earlier or later. Any other label is kept for the file
 * that is written.
 *
 * @param marks What was said before.
 * @param page The page's incidents and clock.
 * @param file The file's name and text.
 * @returns What is said now.
 * @throws {InputError} If it is no labels file, or on another clock.
 */
export function marksFromCsv(
  marks: Marks,
  page: MarkedPage,
  { name, text }: { readonly name: string; readonly text: string },
): LoadedMarks {
  const clock = page.marks.times === "seconds" ? "unplaced" : "zoned";
  const labels = parseLabels(text, { file: name, clock });
  let now = marks;
  let found = 0;
  const others = new Map(marks.others.map((label) => [keyOf(label), label]));
  const open = new Set(page.incidents);
  for (const label of labels) {
    const incident = nearest(label, [...open], page.host);
    if (incident) {
      const { mark: _, note, ...span } = label;
      now = withMark(now, incident.id, { mark: markOf(label), note, span });
      open.delete(incident);
      found++;
    } else others.set(keyOf(label), label);
  }
  return {
    marks: { ...now, others: [...others.values()] },
    found,
    others: labels.length - found,
  };
}

function spanOf(
  { start, end, signals }: PageIncident,
  host: string,
): LabelSpan {
  const [startMs, endMs] = [Date.parse(start), Date.parse(end)];
  return { startMs, endMs, features: signals, host };
}

/** The incident that a label shares most time with; of equal ones the closest. */
function nearest(
  label: LabelledSpan,
  incidents: readonly PageIncident[],
  host: string,
): PageIncident | undefined {
  if ((label.host ?? host) !== host) return undefined;
  const [best] = incidents.map((incident) => {
    const { startMs, endMs } = spanOf(incident, host);
    const shared = Math.min(endMs, label.endMs) -
      Math.max(startMs, label.startMs);
    const apart = Math.abs(startMs - label.startMs) +
      Math.abs(endMs - label.endMs);
    return { incident, shared, apart };
  })
    .filter(({ shared }) => shared >= 0)
    .sort((a, b) => b.shared - a.shared || a.apart - b.apart);
  return best?.incident;
}

/** The same file loaded twice adds nothing. */
function keyOf({ startMs, endMs, host }: LabelledSpan): string {
  return JSON.stringify([startMs, endMs, host]);
}

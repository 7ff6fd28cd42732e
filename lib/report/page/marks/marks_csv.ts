import { type LabelledSpan, markOf } from "../../../frame/labelled_span.ts";
import { parseLabels } from "../../../source/parse_labels.ts";
import { toLabelsCsv } from "../../../source/to_labels_csv.ts";
import type { MarksFile, PageData } from "../page_data.ts";
import { isAlone, labelOf, pairLabels } from "./pair_labels.ts";
import { markOfIncident, type Marks, withMark } from "./page_marks.ts";

/** What of a page's data marks are written with. */
export type MarkedPage = Pick<PageData, "host" | "incidents"> & {
  /** How they are written. */
  readonly marks: MarksFile;
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
    const { mark, note, loaded } = markOfIncident(marks, incident.id);
    if (mark === null) return [];
    // A label may say more than this incident: its mark is of all of that.
    const alone = labelOf(incident, page.host);
    const span = loaded && markOf(loaded) === mark ? loaded : {
      ...alone,
      // What the replaced label named as causes still stands.
      features: loaded && isAlone(loaded, alone) ? loaded.features : [],
    };
    return [{ ...span, mark, note: note.trim() }];
  });
  const spans = [...own, ...otherLabels(marks, page)]
    .sort((a, b) => a.startMs - b.startMs);
  return toLabelsCsv(spans, { times: page.marks.times });
}

/**
 * Gives the loaded labels that stay in the file beside what is marked: those of
 * no incident of the page, and those that said something else of one than its
 * reader does now. Only a label of an incident alone is replaced.
 *
 * @param marks The marks.
 * @param page The page's incidents.
 * @returns The labels.
 */
export function otherLabels(
  marks: Marks,
  page: Pick<MarkedPage, "host" | "incidents">,
): readonly LabelledSpan[] {
  const left = page.incidents.flatMap((incident) => {
    const { mark, loaded } = markOfIncident(marks, incident.id);
    const isLeft = loaded && markOf(loaded) !== mark &&
      !isAlone(loaded, labelOf(incident, page.host));
    return isLeft ? [loaded] : [];
  });
  return [...left, ...marks.others];
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
  const pairs = pairLabels(labels, page);
  let now = marks;
  const before: LabelledSpan[] = [];
  for (const [label, incident] of pairs) {
    const { loaded } = markOfIncident(marks, incident.id);
    if (loaded && !isAlone(loaded, labelOf(incident, page.host))) {
      before.push(loaded);
    }
    const { note } = label;
    const said = { mark: markOf(label), note, loaded: label };
    now = withMark(now, incident.id, said);
  }
  const unpaired = labels.filter((label) => !pairs.has(label));
  const others = new Map(
    [...marks.others, ...before, ...unpaired]
      .map((label) => [keyOf(label), label]),
  );
  for (const label of pairs.keys()) others.delete(keyOf(label));
  return {
    marks: { ...now, others: [...others.values()] },
    found: pairs.size,
    others: unpaired.length,
  };
}

/** The same file loaded twice adds nothing. */
function keyOf(label: LabelledSpan): string {
  const { startMs, endMs, host, features, note } = label;
  return JSON.stringify([startMs, endMs, host, features, markOf(label), note]);
}

import type { LabelledSpan, Mark } from "../../../frame/labelled_span.ts";

/** What a reader says of one incident. */
export interface IncidentMark {
  /** The mark; `null` where there is only a note yet. */
  readonly mark: Mark | null;
  /** The reader's words; may be empty. */
  readonly note: string;
  /** The label that marked the incident, as a loaded file said it. */
  readonly loaded?: LabelledSpan;
}

/** All that a reader has said on a page. */
export interface Marks {
  /** By the incident's id; those of which nothing is said are absent. */
  readonly byIncident: ReadonlyMap<string, IncidentMark>;
  /** Labels of a file that was loaded which are of no incident of the page. */
  readonly others: readonly LabelledSpan[];
}

/** Nothing said. */
export const NO_MARKS: Marks = { byIncident: new Map(), others: [] };

/** Nothing said of an incident. */
const UNMARKED: IncidentMark = { mark: null, note: "" };

/**
 * Tells what is said of an incident.
 *
 * @param marks All that is said.
 * @param id The incident's id.
 * @returns Its mark.
 */
export function markOfIncident(
  { byIncident }: Marks,
  id: string,
): IncidentMark {
  return byIncident.get(id) ?? UNMARKED;
}

/**
 * Says something of an incident. A label that a file brought stays beside it.
 *
 * @param marks What was said before; not changed.
 * @param id The incident's id.
 * @param said What is said of it now, in place of before.
 * @returns What is said.
 */
export function withMark(marks: Marks, id: string, said: IncidentMark): Marks {
  const byIncident = new Map(marks.byIncident);
  const now = { ...byIncident.get(id), ...said };
  const isBlank = now.mark === null && now.note.trim() === "";
  if (isBlank && !now.loaded) byIncident.delete(id);
  else byIncident.set(id, now);
  return { ...marks, byIncident };
}

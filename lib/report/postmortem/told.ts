import { type Basis, type Evidence, evidenceOf } from "../evidence/evidence.ts";
import type { Figure, Section } from "../document.ts";
import { incidentTime } from "../incident_sentence.ts";
import type { NumberedIncident, ReportView } from "../report_view.ts";

/** What a postmortem is written from. */
export interface Told {
  /** The report's view. */
  readonly view: ReportView;
  /** The incidents that it tells of, in order of time. */
  readonly incidents: readonly NumberedIncident[];
  /** How many more there are. */
  readonly leftOut: number;
  /** The report's figures by id; none where they stand elsewhere. */
  readonly figures: ReadonlyMap<string, Figure>;
}

/**
 * Chooses the incidents that a postmortem tells of: of those that the report tells
 * of, the ones that it shows in detail.
 *
 * @param view The report's view.
 * @param figures The report's figures.
 * @returns What it is written from.
 */
export function toTold(
  view: ReportView,
  figures: readonly Figure[],
): Told {
  const incidents = view.told.filter(({ section }) => section !== null);
  return {
    view,
    incidents,
    leftOut: view.told.length - incidents.length,
    figures: new Map(figures.map((figure) => [figure.id, figure])),
  };
}

/**
 * Names an incident as a heading does.
 *
 * @param view The report's view.
 * @param one The incident.
 * @returns Such as `"Incident 3: 2026-03-01 14:02–14:31 UTC"`; without a `#`,
 *   which trackers would take for an issue.
 */
export function incidentTitle(
  { input: { table: { intervalMs } } }: ReportView,
  { incident, number }: NumberedIncident,
): string {
  const word = incident.kind === "outage" ? "Outage" : "Incident";
  return `${word} ${number}: ${incidentTime(incident, { intervalMs })}`;
}

/**
 * Gives figures that there are.
 *
 * @param told What is written from.
 * @param ids Their ids, in order.
 * @returns Those of them that the report has.
 */
export function figuresById(
  { figures }: Told,
  ids: readonly string[],
): Figure[] {
  return ids.flatMap((id) => figures.get(id) ?? []);
}

/** What a chapter shows besides the incidents. */
export interface ToldOptions {
  /** What it rests on besides what was measured and scored. @default {nothing} */
  readonly also?: readonly Basis[];
  /** Instants that it shows, also beyond an incident: milliseconds since 1970 UTC. */
  readonly times?: readonly number[];
}

/**
 * Says what the chapters about what happened rest on.
 *
 * @param told What is written from.
 * @param options What else a chapter shows.
 * @returns The evidence of the incident that it is about, or of all the time, and
 *   of what else is shown.
 */
export function evidenceOfTold(
  { view: { input, subject } }: Told,
  { also = [], times = [] }: ToldOptions = {},
): Evidence {
  const range = subject?.range ?? { start: 0, end: input.table.steps };
  return evidenceOf(input, { basis: ["score", ...also], range, times });
}

/** A section's content, with parts where it has some. */
export type Chapter = Omit<Section, "id" | "title" | "level"> & {
  readonly parts?: readonly Section[];
};

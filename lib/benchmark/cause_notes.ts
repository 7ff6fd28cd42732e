import type { Machine } from "./machine.ts";
import { SERVER_UP } from "../frame/schema.ts";
import { nameList } from "../frame/name_list.ts";

/**
 * Says what is odd about a machine's labels and causes.
 *
 * @param machine The machine.
 * @returns Sentences; none where all is well.
 */
export function causeNotes(
  { name, test, events, incidents }: Machine,
): string[] {
  const notes: string[] = [];
  if (events.length === 0) {
    notes.push(`${name} has no labelled step: only false alarms are counted`);
  }
  if (incidents === null) {
    notes.push(`${name} names no causes: its HitRate is left out`);
  }
  const known = new Set([
    SERVER_UP,
    ...test.metrics.map((metric) => metric.name),
  ]);
  const unknown = (incidents ?? []).flatMap(({ causes }) => causes)
    .filter((cause) => !known.has(cause));
  if (unknown.length > 0) {
    const list = nameList([...new Set(unknown)]);
    notes.push(`${name} names causes that are no metric of it: ${list}`);
  }
  return notes;
}

import type { PageData, PageIncident } from "./page_data.ts";

/**
 * Gives the incidents that a page tells of: all, or the one that it is about.
 *
 * @param data What the page knows.
 * @returns In order of time.
 */
export function toldIncidents(
  { incidents, subject }: Pick<PageData, "incidents" | "subject">,
): readonly PageIncident[] {
  return subject === undefined
    ? incidents
    : incidents.filter(({ id }) => id === subject);
}

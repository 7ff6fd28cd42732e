import type { PageData, PageIncident } from "./page_data.ts";

/**
 * Finds the incident at a moment.
 *
 * @param data What the page knows of its incidents.
 * @param moment When, and how far from it an incident still counts, milliseconds.
 * @returns The incident; of several the shortest, which would else be out of
 *   reach; `undefined` where there is none.
 */
export function incidentAt(
  { incidents, intervalMs }: Pick<PageData, "incidents" | "intervalMs">,
  moment: { readonly ms: number; readonly slackMs: number },
): PageIncident | undefined {
  const { ms, slackMs } = moment;
  const lengthOf = ({ start, end }: PageIncident) =>
    Date.parse(end) - Date.parse(start);
  return incidents
    .filter(({ start, end }) =>
      ms >= Date.parse(start) - slackMs &&
      ms < Date.parse(end) + intervalMs + slackMs
    )
    .sort((a, b) => lengthOf(a) - lengthOf(b))[0];
}

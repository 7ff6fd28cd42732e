import type { ChartIncident } from "../../../chart/incident_layout.ts";
import type { DataCell } from "../../document.ts";

/**
 * Tells in which incident each of some moments lies.
 *
 * @param times Milliseconds since 1970 UTC, ascending.
 * @param incidents In order of time.
 * @returns The incident's number, several joined by `;`, `null` for none.
 */
export function incidentCells(
  times: readonly number[],
  incidents: readonly ChartIncident[],
): DataCell[] {
  let next = 0;
  let open: ChartIncident[] = [];
  return times.map((ms) => {
    while (next < incidents.length && incidents[next]!.startMs <= ms) {
      open.push(incidents[next++]!);
    }
    open = open.filter(({ endMs }) => endMs > ms);
    const numbers = open.map(({ number }) => number);
    return numbers.length > 1 ? numbers.join(";") : numbers[0] ?? null;
  });
}

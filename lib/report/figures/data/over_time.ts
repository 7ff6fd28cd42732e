import type { ChartIncident } from "../../../chart/incident_layout.ts";
import { isoTime } from "../../../frame/iso_time.ts";
import { stepTime } from "../../../frame/metric_table.ts";
import type { FigureData } from "../../document.ts";
import { incidentCells } from "./incident_cells.ts";

/** A column over time. */
export interface TimeColumn {
  /** Its name with its unit. */
  readonly title: string;
  /** One value a step; NaN where there is none. */
  readonly values: Float32Array;
}

/** Which rows there are. */
export interface OverTimeOptions {
  /** Steps, ascending. */
  readonly steps: readonly number[];
  /** The clock of the steps. */
  readonly clock: { readonly startMs: number; readonly intervalMs: number };
  /** Incidents whose numbers stand beside the steps, in order of time. */
  readonly incidents: readonly ChartIncident[];
}

/**
 * Gives columns over time as a figure's data: the time first, the incident last.
 *
 * @param columns The columns between them.
 * @param options Which rows.
 * @returns A row a step.
 */
export function overTime(
  columns: readonly TimeColumn[],
  { steps, clock, incidents }: OverTimeOptions,
): FigureData {
  const times = steps.map((step) => stepTime(clock, step));
  const numbers = incidentCells(times, incidents);
  return {
    columns: ["timestamp", ...columns.map(({ title }) => title), "incident"],
    rows: steps.map((step, i) => [
      isoTime(times[i]!),
      ...columns.map(({ values }) => values[step]!),
      numbers[i]!,
    ]),
  };
}

import type { Markish } from "@observablehq/plot";
import { type ChartIncident, incidentLayout } from "./incident_layout.ts";
import type { PlotRuntime } from "./plot.ts";

/** Where incidents are drawn. */
export interface IncidentMarksOptions {
  /** First and last moment of the axis, milliseconds since 1970 UTC. */
  readonly domain: readonly [number, number];
  /** Length of the time axis in chart units. */
  readonly length: number;
}

/**
 * Shades incidents over the whole height and numbers them above the frame.
 * Outages are grey, and their number says so.
 *
 * @param runtime Plot.
 * @param incidents In order of time.
 * @param options Where.
 * @returns Marks, to be drawn below the data.
 */
export function incidentMarks(
  { Plot }: PlotRuntime,
  incidents: readonly ChartIncident[],
  { domain, length }: IncidentMarksOptions,
): Markish[] {
  const [from, to] = domain;
  const { shades, numbers } = incidentLayout(incidents, {
    domain,
    places: [0, length],
  });
  const timeAt = (place: number) =>
    new Date(from + (to - from) * place / length);
  return [
    Plot.rect(
      shades.map(({ x1, x2, fill }) => (
        { x1: timeAt(x1), x2: timeAt(x2), fill }
      )),
      { x1: "x1", x2: "x2", fill: "fill", fillOpacity: 0.18 },
    ),
    Plot.text(numbers, {
      x: ({ middle }: { middle: number }) => timeAt(middle),
      text: "text",
      frameAnchor: "top",
      lineAnchor: "bottom",
      dy: -3,
      fontWeight: "bold",
    }),
  ];
}

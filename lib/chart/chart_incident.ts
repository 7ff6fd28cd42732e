import type { Markish } from "@observablehq/plot";
import type { PlotRuntime } from "./plot.ts";
import { textWidth } from "./text_width.ts";
import { HUES } from "./theme.ts";

/** An incident as the charts know it. */
export interface ChartIncident {
  /** Its number in the report, counted from 1 in order of time. */
  readonly number: number;
  /** Its first moment, milliseconds since 1970 UTC. */
  readonly startMs: number;
  /** The first moment after it. */
  readonly endMs: number;
  /** An anomaly was scored; in an outage nobody could read the server. */
  readonly kind: "anomaly" | "outage";
}

/** Where incidents are drawn. */
export interface IncidentMarksOptions {
  /** First and last moment of the axis, milliseconds since 1970 UTC. */
  readonly domain: readonly [number, number];
  /** Length of the time axis in chart units. */
  readonly length: number;
}

/** Least space beside a number in chart units; one without it goes unnumbered. */
const SPACE = 2;

/** Least width of a shaded incident in chart units, so that a short one is seen. */
const LEAST_WIDTH = 2;

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
  options: IncidentMarksOptions,
): Markish[] {
  const [from, to] = options.domain;
  const perUnit = (to - from) / options.length;
  const shown = incidents.filter(({ startMs, endMs }) =>
    endMs > from && startMs < to
  );
  const numbered = shown.map(({ number, startMs, endMs, kind }) => {
    const x1 = Math.max(from, startMs);
    const x2 = Math.min(to, Math.max(endMs, x1 + LEAST_WIDTH * perUnit));
    const fill = kind === "outage" ? HUES.missing : HUES.alarm;
    const text = `${number}${kind === "outage" ? " (outage)" : ""}`;
    return { x1, x2, mid: (x1 + x2) / 2, fill, text };
  });
  let free = -Infinity;
  const numbers = numbered.filter(({ mid, text }) => {
    const half = (textWidth(text) / 2 + SPACE) * perUnit;
    if (mid - half < free) return false;
    free = mid + half;
    return true;
  });
  return [
    Plot.rect(joined(numbered), {
      x1: "x1",
      x2: "x2",
      fill: "fill",
      fillOpacity: 0.18,
    }),
    Plot.text(numbers, {
      x: ({ mid }: { mid: number }) => new Date(mid),
      text: "text",
      frameAnchor: "top",
      lineAnchor: "bottom",
      dy: -3,
      fontWeight: "bold",
    }),
  ];
}

/** A shaded span of the axis. */
interface Shade {
  readonly x1: number;
  readonly x2: number;
  readonly fill: string;
}

/** Thousands of incidents need no more rectangles than can be told apart. */
function joined(shades: readonly Shade[]) {
  const spans: { x1: Date; x2: Date; fill: string }[] = [];
  const last = new Map<string, { x1: Date; x2: Date; fill: string }>();
  for (const { x1, x2, fill } of shades) {
    const before = last.get(fill);
    if (before && x1 < before.x2.getTime()) {
      before.x2 = new Date(Math.max(before.x2.getTime(), x2));
      continue;
    }
    const span = { x1: new Date(x1), x2: new Date(x2), fill };
    last.set(fill, span);
    spans.push(span);
  }
  return spans;
}

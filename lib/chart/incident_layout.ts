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
  /** Whether it stands aside, since the report is about another one. @default {false} */
  readonly isAside?: boolean;
}

/** A time axis that incidents are placed on. */
export interface LayoutAxis {
  /** First and last moment, milliseconds since 1970 UTC. */
  readonly domain: readonly [number, number];
  /** Where it begins and ends, in chart units. */
  readonly places: readonly [number, number];
}

/** A shaded part of the axis. */
export interface IncidentShade {
  /** Where it begins, in chart units. */
  readonly x1: number;
  /** Where it ends. */
  readonly x2: number;
  /** Its colour. */
  readonly fill: string;
}

/** A number above the frame. */
export interface IncidentNumber {
  /** Where its middle is, in chart units. */
  readonly middle: number;
  /** What it says. */
  readonly text: string;
}

/** Least space beside a number in chart units; one without it goes unnumbered. */
const SPACE = 2;

/** Least width of a shaded incident in chart units, so that a short one is seen. */
const LEAST_WIDTH = 2;

/** The same of the one that a report is about: it is looked for among the others. */
const LEAST_WIDTH_OF_ONE = 4;

/**
 * Places incidents on a time axis: as shades over its height, with their numbers
 * above. What is beside the axis is left out. Where a report is about one of them,
 * that one alone has the colour of alarms, and its number a sign and room before
 * others.
 *
 * @param incidents In order of time.
 * @param axis The axis.
 * @returns Shades, no more than can be told apart, and numbers that have room.
 */
export function incidentLayout(
  incidents: readonly ChartIncident[],
  { domain: [from, to], places: [begin, end] }: LayoutAxis,
): {
  readonly shades: readonly IncidentShade[];
  readonly numbers: readonly IncidentNumber[];
} {
  const isOfOne = incidents.some(({ isAside }) => isAside);
  const placeOf = (ms: number) =>
    begin + (end - begin) * (ms - from) / (to - from);
  const shown = incidents.filter(({ startMs, endMs }) =>
    endMs > from && startMs < to
  ).map(({ number, startMs, endMs, kind, isAside = false }) => {
    const x1 = Math.max(begin, placeOf(startMs));
    const isTheOne = isOfOne && !isAside;
    const least = isTheOne ? LEAST_WIDTH_OF_ONE : LEAST_WIDTH;
    const x2 = Math.min(end, Math.max(placeOf(endMs), x1 + least));
    const isGrey = isOfOne ? isAside : kind === "outage";
    const fill = isGrey ? HUES.missing : HUES.alarm;
    const sign = isTheOne ? "▼ " : "";
    const text = `${sign}${number}${kind === "outage" ? " (outage)" : ""}`;
    const half = textWidth(text) / 2 + SPACE;
    return { x1, x2, middle: (x1 + x2) / 2, half, fill, text, isTheOne };
  });
  const kept = shown.find(({ isTheOne }) => isTheOne);
  let free = -Infinity;
  const numbers = shown.filter((one) => {
    const { middle, half } = one;
    if (one !== kept && (middle - half < free || isInWay(one, kept))) {
      return false;
    }
    free = middle + half;
    return true;
  });
  return { shades: joined(shown), numbers };
}

/** A number with its room on either side. */
type Room = { readonly middle: number; readonly half: number };

function isInWay(one: Room, kept: Room | undefined): boolean {
  return kept !== undefined &&
    Math.abs(one.middle - kept.middle) < one.half + kept.half;
}

/** Thousands of incidents need no more rectangles than can be told apart. */
function joined(shades: readonly IncidentShade[]): IncidentShade[] {
  const spans: IncidentShade[] = [];
  const last = new Map<string, number>();
  for (const { x1, x2, fill } of shades) {
    const before = spans[last.get(fill) ?? -1];
    if (before && x1 < before.x2) {
      const widest = Math.max(before.x2, x2);
      spans[last.get(fill)!] = { ...before, x2: widest };
      continue;
    }
    last.set(fill, spans.push({ x1, x2, fill }) - 1);
  }
  return spans;
}

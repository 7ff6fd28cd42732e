import { chartAxis } from "./chart_axis.ts";

/** The part of a panel's time that a range leaves. */
export interface PartShown {
  /** Its first moment, milliseconds since 1970 UTC. */
  readonly start: number;
  /** Its last. */
  readonly end: number;
  /** How much wider it is drawn than before. */
  readonly stretch: number;
  /** Whether it can be drawn anew from what the panel keeps. */
  readonly isKept: boolean;
}

/**
 * Finds what a whole panel can show of a range. A function of the charts' script.
 *
 * @param panel A panel with axes, not zoomed.
 * @param range First and last moment, milliseconds since 1970 UTC.
 * @param options Whether what it keeps (`data-step`) can be drawn.
 * @returns The part; `undefined` where it stays as it is: it counts no time, all
 *   of it is in the range, or less than 8 chart units are and it keeps no more.
 */
export function partShown(
  panel: Element,
  range: readonly [number, number],
  options: { readonly canDrawDetail: boolean },
): PartShown | undefined {
  const { low, high, from, to, isTime } = chartAxis(panel);
  const start = Math.max(low, range[0]);
  const end = Math.min(high, range[1]);
  const stretch = (high - low) / (end - start);
  const isKept = options.canDrawDetail && panel.hasAttribute("data-step");
  const isSeen = end > start && (isKept || (to - from) / stretch >= 8);
  return isTime && isSeen && stretch > 1
    ? { start, end, stretch, isKept }
    : undefined;
}

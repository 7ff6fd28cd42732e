import { chartAxis } from "./chart_axis.ts";

/** A moment that was read off a time axis. */
export interface Moment {
  /** Milliseconds since 1970 UTC, as near as the place says. */
  readonly ms: number;
  /** The same as exact as it is known. */
  readonly rounded: number;
  /** Whether that is to less than a minute. */
  readonly hasSeconds: boolean;
}

/** Steps in a chart unit that its hundredths surely tell apart. */
const MOST_IN_UNIT = 50;

/**
 * Reads a moment off a panel. A function of the charts' script.
 *
 * Where a zoomed panel keeps its line, places are known to a hundredth of a chart
 * unit, and it is the nearest step while that tells steps apart. Else they are
 * known to a tenth, of what was drawn: what was only moved is not more exact
 * where it is zoomed.
 *
 * @param panel A panel with a time axis.
 * @param place The place, in chart units.
 * @returns The moment.
 */
export function momentAt(panel: Element, place: number): Moment {
  const axis = chartAxis(panel);
  const ms = axis.valueAt(place);
  const isZoomed = panel.hasAttribute("data-whole-x");
  const whole = isZoomed ? chartAxis(panel, "data-whole-x") : axis;
  const isKept = isZoomed &&
    panel.querySelector('[data-detail^="line "]') !== null;
  const step = isKept ? Number(panel.getAttribute("data-step")) : 0;
  const inUnit = (axis.high - axis.low) / (axis.to - axis.from);
  if (step > 0 && inUnit < MOST_IN_UNIT * step) {
    const nearest = whole.low + Math.round((ms - whole.low) / step) * step;
    const hasSeconds = step % 6e4 !== 0 || whole.low % 6e4 !== 0;
    return { ms: nearest, rounded: nearest, hasSeconds };
  }
  const exact = isKept
    ? inUnit / 100
    : (whole.high - whole.low) / (whole.to - whole.from) / 10;
  const units = [1e3, 1e4, 6e4, 6e5, 3.6e6];
  const unit = units.find((unit) => unit >= exact) ?? 3.6e6;
  return {
    ms,
    rounded: Math.round(ms / unit) * unit,
    hasSeconds: unit < 6e4,
  };
}

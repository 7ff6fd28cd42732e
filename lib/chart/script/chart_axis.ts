/** An axis of a panel. */
export interface ChartAxis {
  /** Whether it counts milliseconds since 1970 UTC. */
  readonly isTime: boolean;
  /** Value at its begin. */
  readonly low: number;
  /** Value at its end. */
  readonly high: number;
  /** Where it begins, in chart units. */
  readonly from: number;
  /** Where it ends. */
  readonly to: number;
  /** Turns a place into a value. */
  readonly valueAt: (place: number) => number;
  /** Turns a value into a place. */
  readonly placeOf: (value: number) => number;
}

/**
 * Reads an axis that `addReadout` wrote into a panel. A function of the charts'
 * script.
 *
 * @param panel An element with axes.
 * @param name The axis' attribute.
 * @returns The axis.
 */
export function chartAxis(panel: Element, name = "data-x"): ChartAxis {
  const [type = "", ...numbers] = (panel.getAttribute(name) ?? "").split(" ");
  const [low = 0, high = 1, from = 0, to = 1, constant = 1] = numbers
    .map(Number);
  const bend = (v: number) =>
    type === "log"
      ? Math.log(v)
      : type === "symlog"
      ? Math.sign(v) * Math.log1p(Math.abs(v) / constant)
      : v;
  const straighten = (v: number) =>
    type === "log"
      ? Math.exp(v)
      : type === "symlog"
      ? Math.sign(v) * Math.expm1(Math.abs(v)) * constant
      : v;
  const [a, b] = [bend(low), bend(high)];
  return {
    isTime: type === "utc",
    low,
    high,
    from,
    to,
    valueAt: (px) => straighten(a + (b - a) * (px - from) / (to - from)),
    placeOf: (v) => from + (to - from) * (bend(v) - a) / (b - a),
  };
}

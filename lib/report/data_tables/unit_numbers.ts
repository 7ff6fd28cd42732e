import { displayScale } from "../../frame/units.ts";

/** Significant digits of the largest number. */
const DIGITS = 3;

/** Writes numbers of one column, whose title has their unit. */
export interface UnitNumbers {
  /** What follows a name in a title: `", MiB/s"`; `""` for a plain number. */
  readonly suffix: string;
  /** Writes a value. */
  readonly number: (value: number) => string;
  /** Writes a range; one value where its ends are written alike. */
  readonly range: (low: number, high: number) => string;
}

/**
 * Chooses one unit and one number of decimals for all numbers of a metric, so
 * that they can be compared down a column.
 *
 * @param unit The metric's unit, as the schema writes it.
 * @param values Where its numbers come from; those that are none do not count.
 * @returns How its numbers are written.
 */
export function unitNumbers(
  unit: string,
  values: readonly number[],
): UnitNumbers {
  const most = values.reduce(
    (most, value) => Math.abs(value) > most ? Math.abs(value) : most,
    0,
  );
  const scale = displayScale(unit, most);
  const size = Math.floor(Math.log10(most * scale.factor || 1));
  const decimals = Math.min(12, Math.max(0, DIGITS - 1 - size));
  const format = new Intl.NumberFormat("en-US", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: "negative",
  });
  const number = (value: number) =>
    Number.isNaN(value)
      ? "—"
      : format.format(value * scale.factor).replace("-", "−");
  return {
    suffix: scale.unit === "" ? "" : `, ${scale.unit}`,
    number,
    range: (low, high) => {
      const [from, to] = [number(low), number(high)];
      if (from === to) return from;
      return `${from}${from.startsWith("−") ? " to " : "–"}${to}`;
    },
  };
}

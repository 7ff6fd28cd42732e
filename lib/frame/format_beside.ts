import { formatQuantity, formatRange } from "./units.ts";

/** Digits of a range's ends, as it is written alone. */
const FEWEST = 2;

/** Digits of its ends at most. */
const MOST = 6;

/** What values are read beside. */
export interface Bounds {
  /** Lower end. */
  readonly low: number;
  /** Upper end. */
  readonly high: number;
  /** A unit as the schema writes it, of the ends and the values. */
  readonly unit: string;
}

/** Values and their range, written. */
export interface BesideTexts {
  /** The values, in order. */
  readonly values: readonly string[];
  /** The range. */
  readonly range: string;
}

/**
 * Writes values beside a range, with as many digits as tell each of them from its
 * ends: what lies outside must not look as if it lay inside.
 *
 * @param values Values, in the range's unit.
 * @param bounds The range and its unit.
 * @returns The values, by three digits or more, and the range.
 *
 * @example Usage
 * ```ts
 * import { formatBeside } from "@lib/frame/format_beside.ts";
 * import assert from "node:assert/strict";
 *
 * const bounds = { low: 0.1324, high: 0.321, unit: "cores" };
 * assert.deepEqual(formatBeside([0.132], bounds), {
 *   ...{ values: ["0.132 cores"], range: "0.1324–0.321 cores" },
 * });
 * assert.equal(formatBeside([0.9], bounds).range, "0.13–0.32 cores");
 * ```
 */
export function formatBeside(
  values: readonly number[],
  { low, high, unit }: Bounds,
): BesideTexts {
  const rangeOf = (from: number, to: number, digits: number) =>
    formatRange(from, to, unit, { digits });
  const looksEqual = (value: number, digits: number) => {
    const range = rangeOf(low, high, digits);
    return (value !== low && rangeOf(value, high, digits) === range) ||
      (value !== high && rangeOf(low, value, digits) === range);
  };
  const isRange = !Number.isNaN(low) && !Number.isNaN(high);
  let digits = FEWEST;
  while (
    isRange && digits < MOST &&
    values.some((value) => looksEqual(value, digits))
  ) {
    digits++;
  }
  return {
    values: values.map((value) =>
      formatQuantity(value, unit, { digits: Math.max(3, digits) })
    ),
    range: rangeOf(low, high, digits),
  };
}

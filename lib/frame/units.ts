import { type DisplayScale, displayScale } from "./display_scale.ts";

export { type DisplayScale, displayScale } from "./display_scale.ts";
export { formatDuration, formatSpan, formatTime } from "./time_text.ts";

/** What stands where there is no value. */
const NO_VALUE = "—";

/** Values below this are written with an exponent. */
const SMALLEST_PLAIN = 1e-4;

/** How a quantity is written. */
export interface QuantityOptions {
  /**
   * Significant digits.
   *
   * @default {3, of a range's ends 2}
   */
  readonly digits?: number;
}

/**
 * Writes a value with its unit for a reader: prefixed, three significant
 * digits. Zeros at the end are kept only where a prefix of bytes makes them
 * mean something.
 *
 * @param value The value, in `unit`.
 * @param unit A unit as the schema writes it: `"bytes"`, `"1/s"`, `"cores"`; `""` or `"1"` for a plain number.
 * @param options How many digits.
 * @returns Such as `"312 MiB/s"`, `"16.0 GiB"`, `"1,234 /s"`, `"12.3 k/s"`, `"0.42 cores"`; `"—"` for NaN.
 *
 * @example Usage
 * ```ts
 * import { formatQuantity } from "@lib/frame/units.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(formatQuantity(17179869184, "bytes"), "16.0 GiB");
 * assert.equal(formatQuantity(0.42, "cores"), "0.42 cores");
 * ```
 */
export function formatQuantity(
  value: number,
  unit: string,
  options: QuantityOptions = {},
): string {
  if (Number.isNaN(value)) return NO_VALUE;
  const { digits = 3 } = options;
  const scale = displayScale(unit, Math.abs(value));
  const shown = value * scale.factor;
  const decimals = Math.max(0, digits - 1 - magnitude(shown));
  const text = formatNumber(shown, decimals);
  return withUnit(isPrefixedBytes(scale) ? text : trimZeros(text), scale);
}

/**
 * Writes a range with one shared unit: two significant digits an end, more
 * where the ends would look the same.
 *
 * @param low Lower end, in `unit`.
 * @param high Upper end, in `unit`.
 * @param unit A unit as the schema writes it.
 * @param options How many digits, of its ends.
 * @returns Such as `"4.0–21 MiB/s"`, or `"−3 to 2 cores"` below zero; `"—"` if an end is NaN.
 *
 * @example Usage
 * ```ts
 * import { formatRange } from "@lib/frame/units.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(formatRange(4 * 2 ** 20, 21 * 2 ** 20, "bytes/s"), "4.0–21 MiB/s");
 * ```
 */
// deno-lint-ignore whenwhy/exported-parameters -- low, high, unit reads as it is written out
export function formatRange(
  low: number,
  high: number,
  unit: string,
  { digits = 2 }: QuantityOptions = {},
): string {
  if (Number.isNaN(low) || Number.isNaN(high)) return NO_VALUE;
  const scale = displayScale(unit, Math.max(Math.abs(low), Math.abs(high)));
  const ends = [low * scale.factor, high * scale.factor] as const;
  const width = Math.abs(ends[1] - ends[0]);
  // No more than a digit above `digits` of the larger end ("0–21", not
  // "0.0020–21"), save where the ends need up to five to differ.
  const larger = Math.max(Math.abs(ends[0]), Math.abs(ends[1]));
  const most = Math.max(0, digits - magnitude(larger));
  const apart = width > 0 ? Math.min(most + 2, -magnitude(width)) : 0;
  const [from, to] = ends.map((end) => {
    const own = Math.min(most, Math.max(0, digits - 1 - magnitude(end)));
    const text = formatNumber(end, Math.max(own, apart));
    return isPrefixedBytes(scale) && !isZero(text) ? text : trimZeros(text);
  });
  if (from === to) return withUnit(from ?? NO_VALUE, scale);
  return withUnit(`${from}${low < 0 ? " to " : "–"}${to}`, scale);
}

function formatNumber(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  const size = Math.abs(value);
  const text = size > 0 && size < SMALLEST_PLAIN && decimals > 4
    ? size.toExponential(1)
    : size.toFixed(Math.min(decimals, 20));
  const [whole = "", ...rest] = text.split(".");
  const grouped = [whole.replace(/\B(?=(\d{3})+$)/g, ","), ...rest].join(".");
  return value < 0 && !isZero(grouped) ? `−${grouped}` : grouped;
}

function trimZeros(text: string): string {
  return text.includes("e") || !text.includes(".")
    ? text
    : text.replace(/\.?0+$/, "");
}

function isZero(text: string): boolean {
  return /^[0.]*$/.test(text);
}

/** Power of ten of the first digit of the value rounded to three digits; 0 for 0. */
function magnitude(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return 0;
  return Number(Math.abs(value).toExponential(2).split("e")[1]);
}

function isPrefixedBytes(scale: DisplayScale): boolean {
  return scale.unit.includes("iB");
}

function withUnit(text: string, scale: DisplayScale): string {
  if (scale.unit === "") return text;
  const isOneCore = scale.unit === "cores" && /^−?1$/.test(text);
  return `${text} ${isOneCore ? "core" : scale.unit}`;
}

import { InputError } from "../../errors.ts";

const UNITS: ReadonlyMap<string, number> = new Map([
  ["ms", 1],
  ["s", 1000],
  ["m", 60_000],
  ["h", 3_600_000],
  ["d", 86_400_000],
]);

/**
 * Reads a length of time, written with its unit.
 *
 * @param value What was given, such as `"90s"`, `"5m"` or `"0s"`.
 * @param name The parameter's name, for errors.
 * @returns Milliseconds, at least 0.
 * @throws {InputError} If it is anything else.
 *
 * @example Usage
 * ```ts
 * import { duration } from "@lib/pipeline/params/duration.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(duration("5m", "merge-gap"), 300_000);
 * ```
 */
export function duration(value: unknown, name: string): number {
  const [, count, unit = ""] = typeof value === "string"
    ? /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(value) ?? []
    : [];
  const ms = Number(count) * (UNITS.get(unit) ?? NaN);
  if (Number.isFinite(ms)) return ms;
  throw new InputError("use params", `${name} must be a length of time`, {
    got: value,
    hint: "such as 90s, 5m or 1h",
  });
}

/**
 * Writes a length of time as {@linkcode duration} reads it.
 *
 * @param ms Milliseconds, at least 0.
 * @returns In the largest unit that holds it a whole number of times.
 *
 * @example Usage
 * ```ts
 * import { durationText } from "@lib/pipeline/params/duration.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(durationText(90_000), "90s");
 * ```
 */
export function durationText(ms: number): string {
  const units = [...UNITS].reverse();
  const [unit, size] =
    units.find(([, size]) => ms >= size && ms % size === 0) ??
      ["ms", 1];
  return ms === 0 ? "0s" : `${ms / size}${unit}`;
}

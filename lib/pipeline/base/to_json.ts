/**
 * Writes a value as the files of a run hold it: numbers to six significant
 * digits, since more would only be noise between machines.
 *
 * @param value Plain values; NaN and infinite numbers become `null`.
 * @returns JSON of two-space indent that ends with a line end.
 *
 * @example Usage
 * ```ts
 * import { toJson } from "@lib/pipeline/base/to_json.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(toJson([1 / 3, 12_345_678]), "[\n  0.333333,\n  12345678\n]\n");
 * ```
 */
export function toJson(value: unknown): string {
  const round = (_: string, v: unknown) =>
    typeof v === "number" && !Number.isInteger(v)
      ? Number(v.toPrecision(6))
      : v;
  return JSON.stringify(value, round, 2) + "\n";
}

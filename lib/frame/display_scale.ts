/** How values of a unit are shown: multiply by `factor`, write `unit` behind. */
export interface DisplayScale {
  /** Shown value = value × factor. */
  readonly factor: number;
  /** Text behind the shown value, such as `"GiB"` or `"k/s"`; `""` for a plain number. */
  readonly unit: string;
}

/** Binary prefixes of bytes, IEC 80000-13. */
const BINARY = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"] as const;

/** Decimal prefixes of counts. */
const DECIMAL = ["", "k", "M", "G", "T"] as const;

/** Counts are written out up to here: "9,999", then "10 k". */
const FIRST_PREFIXED_COUNT = 10_000;

/**
 * Chooses how values of a unit are shown, so that a whole axis or a range has
 * one unit.
 *
 * @param unit A unit as the schema writes it, such as `"bytes/s"`.
 * @param maxAbs The largest absolute value to be shown, in that unit.
 * @returns The factor and the shown unit.
 *
 * @example Usage
 * ```ts
 * import { displayScale } from "@lib/frame/display_scale.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(displayScale("bytes/s", 3e8), {
 *   factor: 2 ** -20,
 *   unit: "MiB/s",
 * });
 * ```
 */
export function displayScale(unit: string, maxAbs: number): DisplayScale {
  switch (unit) {
    case "bytes":
    case "bytes/s": {
      const power = prefixPower(maxAbs, 1024, BINARY.length, 1024);
      const shown = BINARY[power] ?? "B";
      return {
        factor: 1024 ** -power,
        unit: unit === "bytes" ? shown : `${shown}/s`,
      };
    }
    case "":
    case "1":
    case "1/s": {
      const power = prefixPower(
        maxAbs,
        1000,
        DECIMAL.length,
        FIRST_PREFIXED_COUNT,
      );
      const rate = unit === "1/s" ? "/s" : "";
      return { factor: 1000 ** -power, unit: `${DECIMAL[power]}${rate}` };
    }
    case "0/1":
      return { factor: 1, unit: "" };
    default:
      return { factor: 1, unit };
  }
}

/** Finds the prefix by the value as it will be rounded: 1023.9 KiB is 1 MiB. */
function prefixPower(
  maxAbs: number,
  base: number,
  prefixes: number,
  first: number,
): number {
  if (!Number.isFinite(maxAbs) || Math.round(maxAbs) < first) return 0;
  let power = 1;
  while (power + 1 < prefixes && Math.round(maxAbs / base ** power) >= base) {
    power++;
  }
  return power;
}

/** Figures by name, `null` where there is none. */
type Figures<Name extends string> = Readonly<Record<Name, number | null>>;

/**
 * Takes the mean of each figure over machines or seeds.
 *
 * @param all Objects with the same figures, at least one.
 * @returns One object; what is `null` does not count, and is `null` where all are.
 *
 * @example Usage
 * ```ts
 * import { meanOf } from "@lib/benchmark/mean_of.ts";
 * import assert from "node:assert/strict";
 *
 * const mean = meanOf([{ a: 1, b: null }, { a: 3, b: 5 }]);
 * assert.deepEqual(mean, { a: 2, b: 5 });
 * ```
 */
export function meanOf<T extends Figures<Extract<keyof T, string>>>(
  all: readonly T[],
): T {
  const names: Extract<keyof T, string>[] = [];
  for (const name in all[0]) names.push(name);
  const mean = names.map((name) => {
    const values = all.map((one) => one[name]).filter((value) =>
      value !== null
    );
    const sum = values.reduce((total, value) => total + value, 0);
    return [name, values.length > 0 ? sum / values.length : null];
  });
  return Object.fromEntries(mean);
}

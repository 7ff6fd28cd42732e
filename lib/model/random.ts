/**
 * Makes a generator of numbers in [0, 1) that repeats for the same seed.
 *
 * Mulberry32 (Tommy Ettinger, 2017): 32 bits of state, passes gjrand; the same
 * numbers on every engine and platform.
 *
 * @param seed Taken modulo 2³².
 * @returns The generator.
 *
 * @example Usage
 * ```ts
 * import { seededRandom } from "@lib/model/random.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(seededRandom(7)(), seededRandom(7)());
 * ```
 */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Shuffles in place (Fisher–Yates), so that every order is equally likely.
 *
 * @param values What to shuffle.
 * @param random Numbers in [0, 1).
 */
export function shuffle(values: Int32Array, random: () => number): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const value = values[i] ?? 0;
    values[i] = values[j] ?? 0;
    values[j] = value;
  }
}

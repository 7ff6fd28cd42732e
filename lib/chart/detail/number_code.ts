/** What digits of 6 bits are written as; all of them may stand in an attribute. */
const DIGITS =
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** What they stand for, by their character codes. */
const VALUES = Uint8Array.from(
  { length: 128 },
  (_, code) => Math.max(0, DIGITS.indexOf(String.fromCharCode(code))),
);

/** Ones before a number that is written as it is. */
const ESCAPE = 16;

/** Bits of such a number. */
const PLAIN_BITS = 30;

/** Sixteen times the mean that is taken for granted before the first number. */
const FIRST_MEAN = 64;

/**
 * Writes whole numbers so that small ones are short: Rice codes whose parameter
 * follows the mean of the numbers before, in digits of 6 bits.
 *
 * Source: R. F. Rice, "Some Practical Universal Noiseless Coding Techniques",
 * JPL Publication 79-22 (1979).
 *
 * @param numbers From 0, below 2³⁰.
 * @returns Text of letters, digits, `-` and `_`.
 *
 * @example Usage
 * ```ts
 * import { decodeNumbers, encodeNumbers } from "@lib/chart/detail/number_code.ts";
 * import assert from "node:assert/strict";
 *
 * const text = encodeNumbers([0, 1, 0, 0, 900, 2]);
 * assert.deepEqual(decodeNumbers(text), [0, 1, 0, 0, 900, 2]);
 * ```
 */
export function encodeNumbers(numbers: Iterable<number>): string {
  let text = "";
  // The lowest bits of `ahead` wait for a digit that is full.
  let ahead = 0;
  let bits = 0;
  const put = (value: number, count: number) => {
    ahead = ahead << count | value;
    for (bits += count; bits >= 6;) {
      bits -= 6;
      text += DIGITS[ahead >>> bits & 63]!;
    }
    ahead &= (1 << bits) - 1;
  };
  let mean = FIRST_MEAN;
  for (const number of numbers) {
    const low = lowBits(mean);
    const ones = number >>> low;
    if (ones < ESCAPE) {
      put((2 << ones) - 2, ones + 1);
      put(number & (1 << low) - 1, low);
    } else {
      put((1 << ESCAPE) - 1, ESCAPE);
      put(number >>> PLAIN_BITS / 2, PLAIN_BITS / 2);
      put(number & (1 << PLAIN_BITS / 2) - 1, PLAIN_BITS / 2);
    }
    mean = nextMean(mean, number);
  }
  // Ones without an end are no number.
  if (bits > 0) put((1 << 6 - bits) - 1, 6 - bits);
  return text;
}

/**
 * Reads what {@linkcode encodeNumbers} wrote.
 *
 * @param text Its text.
 * @returns The numbers.
 */
export function decodeNumbers(text: string): number[] {
  const numbers: number[] = [];
  let next = 0;
  // The lowest bits of `ahead` were read and not taken yet.
  let ahead = 0;
  let bits = 0;
  let mean = FIRST_MEAN;
  while (true) {
    for (; bits <= 18 && next < text.length; bits += 6) {
      ahead = ahead << 6 | VALUES[text.charCodeAt(next++)]!;
    }
    const ones = bits === 0 ? 0 : Math.clz32(~(ahead << 32 - bits));
    const isPlain = ones >= ESCAPE;
    // The last digit is filled with ones that no zero ends.
    if (ones >= bits && !isPlain) return numbers;
    bits -= isPlain ? ESCAPE : ones + 1;
    const low = lowBits(mean);
    let number = isPlain ? 0 : ones;
    for (let left = isPlain ? PLAIN_BITS : low; left > 0;) {
      for (; bits <= 18 && next < text.length; bits += 6) {
        ahead = ahead << 6 | VALUES[text.charCodeAt(next++)]!;
      }
      const taken = Math.min(left, 12);
      bits -= taken;
      left -= taken;
      number = number << taken | ahead >>> bits & (1 << taken) - 1;
    }
    numbers.push(number);
    mean = nextMean(mean, number);
  }
}

/** Bits that are written as they are, behind the ones for what is above them. */
function lowBits(mean: number): number {
  return Math.max(0, 31 - Math.clz32(mean >> 4));
}

/** One large number must not make those behind it long for long. */
function nextMean(mean: number, number: number): number {
  return mean + Math.min(number, 4096) - (mean >> 4);
}

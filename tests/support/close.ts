import assert from "node:assert/strict";

/**
 * Asserts that two lists hold about the same numbers.
 *
 * @param actual What came out.
 * @param expected What had to.
 * @param options Largest difference allowed.
 */
export function assertClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  { within }: { readonly within: number },
): void {
  assert.equal(actual.length, expected.length, "length");
  for (let i = 0; i < expected.length; i++) {
    const difference = Math.abs((actual[i] ?? NaN) - (expected[i] ?? NaN));
    assert(
      difference <= within,
      `at ${i}: got ${actual[i]}, wanted ${expected[i]} ± ${within}`,
    );
  }
}

/** Something outside the project that a test talks to. */
export interface Requirement {
  /** Its name, such as "tfjs-node". */
  readonly name: string;
  /** Whether it is there. */
  readonly isThere: () => boolean | Promise<boolean>;
  /** What to do to get it, such as "`deno task setup --engine tfjs-node`". */
  readonly get: string;
}

/**
 * Tells whether a test must be left out since something that it needs is not
 * there, and prints so. In CI nothing is left out: there the test fails without it.
 *
 * @param requirement What the test needs.
 * @returns What goes into the test's `ignore`.
 */
export async function isMissing(
  { name, isThere, get }: Requirement,
): Promise<boolean> {
  if (Deno.env.get("CI") === "true" || await isThere()) return false;
  // deno-lint-ignore no-console -- a skipped test says why
  console.log(`skipped: ${name}; get it with ${get}`);
  return true;
}

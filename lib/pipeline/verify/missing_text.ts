/**
 * Says of what is not there how it may be found.
 *
 * @param why A clause, such as `"it is not there"`.
 * @param options Whether it was looked for elsewhere.
 * @returns The clause and what to do, or where it is not either.
 *
 * @example Usage
 * ```ts
 * import { missingText } from "@lib/pipeline/verify/missing_text.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(
 *   missingText("it is not there", { looked: false }),
 *   "it is not there; where it was moved, --inputs DIR finds it by its SHA-256",
 * );
 * ```
 */
export function missingText(
  why: string,
  { looked }: { readonly looked: boolean },
): string {
  return looked
    ? `${why}, and nothing with its SHA-256 in what --inputs names`
    : `${why}; where it was moved, --inputs DIR finds it by its SHA-256`;
}

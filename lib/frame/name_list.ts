/** Names that a sentence lists at most. */
const LISTED = 6;

/**
 * Lists names in a sentence, cut where there are many.
 *
 * @param names The names.
 * @returns Such as `"a, b, c, d, e, f and 12 more"`.
 */
export function nameList(names: readonly string[]): string {
  const more = names.length - LISTED;
  const shown = names.slice(0, LISTED).join(", ");
  return more > 0 ? `${shown} and ${more} more` : shown;
}

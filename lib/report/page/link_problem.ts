/** What became of a link. */
export interface LinkOutcome {
  /** Whether what it names is there, or it names nothing. */
  readonly isThere: boolean;
  /** Whether its time was understood. */
  readonly isRange: boolean;
  /** Whether the charts show a range now. */
  readonly isShown: boolean;
}

/**
 * Says why a link does not show what it was written for, so that nobody takes
 * the whole view for it.
 *
 * @param hash As in an address, with its `#`.
 * @param outcome What became of it.
 * @returns A sentence; `""` where nothing is wrong.
 */
export function linkProblem(
  hash: string,
  { isThere, isRange, isShown }: LinkOutcome,
): string {
  const asksTime = /(^#|&)t(=|%3d)/i.test(hash);
  if (asksTime && !isRange) {
    return "The time in this link cannot be read: it must be like " +
      "#t=2026-03-01T06:00Z/2026-03-01T07:00Z.";
  }
  if (asksTime && !isShown) {
    return "This report has nothing of the link's time.";
  }
  return isThere ? "" : "This report does not have what the link leads to.";
}

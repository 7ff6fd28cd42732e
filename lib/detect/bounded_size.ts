/**
 * How far from expected a value still counts in full, in ranges of training:
 * enough to rank large excursions, bounded so that one broken sensor does not
 * hide all else.
 */
const FAR = 10;

/**
 * Gives how much a distance counts.
 *
 * @param distance Signed scaled distance.
 * @returns Its absolute value, at most 10; NaN for NaN.
 */
export function boundedSize(distance: number): number {
  return Math.min(FAR, Math.abs(distance));
}

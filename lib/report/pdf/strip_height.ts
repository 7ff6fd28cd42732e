import type { Strip } from "./layout_item.ts";

/**
 * Measures strips below each other.
 *
 * @param strips In order.
 * @returns Their height with the gaps between them and above the first, in points.
 */
export function heightOf(
  strips: readonly Pick<Strip, "gap" | "height">[],
): number {
  return strips.reduce((sum, { gap, height }) => sum + gap + height, 0);
}

import { Buffer } from "node:buffer";
import pixelmatch from "pixelmatch";
// @ts-types="@types/pngjs"
import { PNG } from "pngjs";

/** How far two pictures of one thing are apart. */
export interface PictureDifference {
  /** Whether they are of one size; else nothing more is compared. */
  readonly sameSize: boolean;
  /** Share of the pixels that differ, in [0, 1]. */
  readonly share: number;
  /** A PNG with the differing pixels in red. */
  readonly picture: Uint8Array;
}

/** Colours this close are one: browsers smooth edges by another hair each year. */
const SAME_COLOUR = 0.15;

/**
 * Compares two pictures.
 *
 * @param golden A PNG file.
 * @param actual A PNG file.
 * @returns How far they are apart.
 */
export function pictureDifference(
  golden: Uint8Array,
  actual: Uint8Array,
): PictureDifference {
  const [one, other] = [golden, actual].map((png) =>
    PNG.sync.read(Buffer.from(png))
  );
  if (!one || !other) throw new TypeError("Cannot compare: two are needed");
  const { width, height } = one;
  if (width !== other.width || height !== other.height) {
    return { sameSize: false, share: 1, picture: actual };
  }
  const drawn = new PNG({ width, height });
  const pixels = pixelmatch(one.data, other.data, drawn.data, width, height, {
    threshold: SAME_COLOUR,
    includeAA: true,
  });
  const picture = new Uint8Array(PNG.sync.write(drawn));
  return { sameSize: true, share: pixels / (width * height), picture };
}

/** An image whose pixels are places in a palette. */
export interface IndexedImage {
  /** In dots. */
  readonly width: number;
  /** In dots. */
  readonly height: number;
  /** Red, green and blue of each colour, at most 256 of them. */
  readonly palette: Uint8Array;
  /** One place in the palette a dot, row by row from the top left. */
  readonly indices: Uint8Array;
}

/** An image as it is drawn. */
export interface Bitmap {
  /** In dots. */
  readonly width: number;
  /** In dots. */
  readonly height: number;
  /** Red, green, blue and alpha of each dot, row by row from the top left; opaque. */
  readonly pixels: Uint8Array;
}

/** What a byte can tell apart. */
const MOST_COLORS = 256;

/** A colour of fewer dots than this share of all is one of the edge of a shape. */
const RARE_SHARE = 1 / 2000;

/** How far a rare colour may be moved, in each of its three parts, of 255. */
const RARE_DISTANCE = 24;

/** What is added where the colours are still too many. */
const MORE_DISTANCE = 4;

/**
 * Brings an image to few colours without a loss that can be seen: what fills an
 * area keeps its colour, while the many shades that smooth the edges of lines and
 * letters become ones that are near.
 *
 * @param bitmap The image, opaque.
 * @returns The same image with a palette, the most frequent colour first.
 */
export function toFewColors({ width, height, pixels }: Bitmap): IndexedImage {
  const { ids, colors, counts } = listColors(pixels, width * height);
  const order = colors.map((_, id) => id)
    .sort((a, b) => counts[b]! - counts[a]! || colors[a]! - colors[b]!);
  const rare = RARE_SHARE * ids.length;
  let kept: number[];
  let more = 0;
  do {
    kept = [];
    for (const id of order) {
      const reach = more + (counts[id]! < rare ? RARE_DISTANCE : 0);
      const color = colors[id]!;
      if (!kept.some((other) => distance(color, other) <= reach)) {
        kept.push(color);
      }
      if (kept.length > MOST_COLORS) break;
    }
    more += MORE_DISTANCE;
  } while (kept.length > MOST_COLORS);
  const places = Uint8Array.from(colors, (color) => nearest(color, kept));
  const indices = new Uint8Array(ids.length);
  for (let i = 0; i < ids.length; i++) indices[i] = places[ids[i]!]!;
  const palette = Uint8Array.from(kept.flatMap(partsOf));
  return { width, height, palette, indices };
}

interface Colors {
  /** One place in `colors` a dot. */
  readonly ids: Uint32Array;
  /** Each colour once, as 0xBBGGRR. */
  readonly colors: number[];
  /** How many dots have it. */
  readonly counts: number[];
}

function listColors(pixels: Uint8Array, count: number): Colors {
  const ids = new Uint32Array(count);
  const colors: number[] = [];
  const counts: number[] = [];
  const known = new Map<number, number>();
  let last = -1;
  let id = 0;
  for (let i = 0, at = 0; i < count; i++, at += 4) {
    const color = pixels[at]! | pixels[at + 1]! << 8 | pixels[at + 2]! << 16;
    // Most dots look as the one before them.
    if (color !== last) {
      last = color;
      id = known.get(color) ?? -1;
      if (id < 0) {
        id = colors.push(color) - 1;
        counts.push(0);
        known.set(color, id);
      }
    }
    ids[i] = id;
    counts[id]!++;
  }
  return { ids, colors, counts };
}

function nearest(color: number, kept: readonly number[]): number {
  let [best, least] = [0, Infinity];
  for (let i = 0; i < kept.length && least > 0; i++) {
    const far = distance(color, kept[i]!);
    if (far < least) [best, least] = [i, far];
  }
  return best;
}

/** The largest difference in a part. */
function distance(a: number, b: number): number {
  return Math.max(
    Math.abs((a & 255) - (b & 255)),
    Math.abs((a >> 8 & 255) - (b >> 8 & 255)),
    Math.abs((a >> 16) - (b >> 16)),
  );
}

function partsOf(color: number): number[] {
  return [color & 255, color >> 8 & 255, color >> 16];
}

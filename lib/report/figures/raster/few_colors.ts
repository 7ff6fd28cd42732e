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
  const { starts, ids, colors, counts } = findRuns(pixels);
  const order = colors.map((_, id) => id)
    .sort((a, b) => counts[b]! - counts[a]! || colors[a]! - colors[b]!);
  const rare = RARE_SHARE * width * height;
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
  const indices = new Uint8Array(width * height);
  ids.forEach((id, run) =>
    indices.fill(places[id]!, starts[run], starts[run + 1])
  );
  const palette = Uint8Array.from(kept.flatMap(partsOf));
  return { width, height, palette, indices };
}

/** Dots that follow each other and look the same: most do. */
interface Runs {
  /** First dot of each. */
  readonly starts: readonly number[];
  /** Its place in `colors`. */
  readonly ids: readonly number[];
  /** Each colour once, as 0xBBGGRR. */
  readonly colors: readonly number[];
  /** How many dots have it. */
  readonly counts: readonly number[];
}

function findRuns({ buffer, byteOffset, length }: Uint8Array): Runs {
  // Every machine that Deno runs on has the lowest byte first.
  const dots = new Uint32Array(buffer, byteOffset, length / 4);
  const starts: number[] = [];
  const ids: number[] = [];
  const colors: number[] = [];
  const counts: number[] = [];
  const known = new Map<number, number>();
  for (let start = 0; start < dots.length;) {
    const dot = dots[start]!;
    let end = start + 1;
    while (end < dots.length && dots[end] === dot) end++;
    let id = known.get(dot);
    if (id === undefined) {
      id = colors.push(dot & 0xffffff) - 1;
      counts.push(0);
      known.set(dot, id);
    }
    starts.push(start);
    ids.push(id);
    counts[id]! += end - start;
    start = end;
  }
  return { starts, ids, colors, counts };
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

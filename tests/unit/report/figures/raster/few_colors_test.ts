import assert from "node:assert/strict";
import {
  type Bitmap,
  toFewColors,
} from "@lib/report/figures/raster/few_colors.ts";
import { fc } from "../../../../support/fast_check.ts";

type Color = readonly [number, number, number];

function bitmap(colors: readonly Color[], width: number): Bitmap {
  const pixels = Uint8Array.from(colors.flatMap((color) => [...color, 255]));
  return { width, height: colors.length / width, pixels };
}

/** The largest difference in a part of a colour. */
function loss(image: Bitmap): number {
  const { palette, indices } = toFewColors(image);
  let most = 0;
  indices.forEach((place, dot) => {
    for (let part = 0; part < 3; part++) {
      const wanted = image.pixels[4 * dot + part]!;
      most = Math.max(most, Math.abs(palette[3 * place + part]! - wanted));
    }
  });
  return most;
}

Deno.test("toFewColors() keeps the colours of areas, the most frequent first", () => {
  const white = Array<Color>(4000).fill([255, 255, 255]);
  const tint = Array<Color>(990).fill([239, 240, 240]);
  const line = Array<Color>(10).fill([31, 127, 196]);
  const image = bitmap([...white, ...tint, ...line], 100);
  const { palette, width, height } = toFewColors(image);
  assert.deepEqual([...palette], [255, 255, 255, 239, 240, 240, 31, 127, 196]);
  assert.deepEqual([width, height, loss(image)], [100, 50, 0]);
});

Deno.test("toFewColors() moves only rare shades, and little", () => {
  const ramp = Array.from({ length: 256 }, (_, i): Color => [i, i, i]);
  const white = Array<Color>(1_000_000 - 256).fill([255, 255, 255]);
  const image = bitmap([...white, ...ramp], 1000);
  const { palette } = toFewColors(image);
  assert.ok(palette.length / 3 <= 12, `${palette.length / 3} colours`);
  assert.ok(loss(image) <= 24, `${loss(image)}`);
});

Deno.test("toFewColors() brings any image to 256 colours", () => {
  const part = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(part, part, part), { minLength: 300, maxLength: 900 }),
      (colors) => {
        const image = bitmap(colors, colors.length);
        const { palette, indices } = toFewColors(image);
        assert.ok(palette.length <= 3 * 256);
        assert.equal(indices.length, colors.length);
        assert.ok(indices.every((place) => 3 * place < palette.length));
        assert.ok(loss(image) <= 48, `${loss(image)}`);
      },
    ),
    { numRuns: 20 },
  );
});

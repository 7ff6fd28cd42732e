import assert from "node:assert/strict";
import { PNG } from "pngjs";
import { toPng } from "@lib/report/figures/raster/png_file.ts";

for (const colors of [2, 16, 17, 256]) {
  Deno.test(`toPng() writes each dot in its colour, of ${colors}`, () => {
    // An odd width: half a byte is left over where two dots share one.
    const [width, height] = [257, 3];
    const indices = Uint8Array.from(
      { length: width * height },
      (_, i) => (i * 7) % colors,
    );
    const palette = Uint8Array.from(
      { length: 3 * colors },
      (_, i) => (i * 31) % 256,
    );
    const png = toPng({ width, height, palette, indices }, {
      scale: 1,
      texts: [],
    });
    const read = PNG.sync.read(Buffer.from(png));
    assert.deepEqual([read.width, read.height], [width, height]);
    const wanted = [...indices].flatMap((place) => [
      ...palette.subarray(3 * place, 3 * place + 3),
      255,
    ]);
    assert.deepEqual([...read.data], wanted);
  });
}

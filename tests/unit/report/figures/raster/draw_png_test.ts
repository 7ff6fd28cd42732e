import assert from "node:assert/strict";
import { PNG } from "pngjs";
import { cleanText } from "@lib/report/pdf/clean_text.ts";
import { inkText } from "@lib/report/figures/ink_text.ts";
import { loadFaces } from "@lib/report/figures/load_faces.ts";
import { drawPng } from "@lib/report/figures/raster/draw_png.ts";
import { inkIn } from "../../../../support/dejavu_raster.ts";

const CELL = 24;
const COLUMNS = 40;

/** Draws texts in cells of their own and measures each one's ink. */
async function inkOf(
  texts: readonly string[],
  weight: "normal" | "bold" = "normal",
): Promise<number[]> {
  const { regular: face } = await loadFaces();
  const placed = texts.map((text, i) => ({
    text: text.replace("&", "&amp;").replace("<", "&lt;"),
    x: (i % COLUMNS) * CELL,
    y: Math.floor(i / COLUMNS) * CELL,
  }));
  const [width, height] = [
    COLUMNS * CELL,
    Math.ceil(texts.length / COLUMNS) * CELL,
  ];
  // As charts say it: no font of a machine may be taken.
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" ` +
    `height="${height}" viewBox="0 0 ${width} ${height}" ` +
    `font-family="system-ui, sans-serif" font-size="11" font-weight="${weight}">${
      placed.map(({ text, x, y }) =>
        `<text x="${x + 5}" y="${y + 16}">${text}</text>`
      ).join("")
    }</svg>`;
  const png = await drawPng({
    svg: inkText(svg, (codePoint) => face.has(codePoint)),
    texts: [],
  });
  const { data, ...size } = PNG.sync.read(Buffer.from(png));
  assert.deepEqual([size.width, size.height], [2 * width, 2 * height]);
  const values = Uint8Array.from(
    { length: size.width * size.height },
    (_, i) => (data[4 * i]! + data[4 * i + 1]! + data[4 * i + 2]!) / 3,
  );
  return placed.map(({ x, y }) =>
    inkIn({ ...size, values }, {
      x: 2 * x,
      y: 2 * y,
      width: 2 * CELL,
      height: 2 * CELL,
    })
  );
}

for (const weight of ["normal", "bold"] as const) {
  Deno.test(`drawPng() inks every letter that DejaVu has, ${weight}`, async () => {
    const { regular: face } = await loadFaces();
    // Letters, digits, punctuation and symbols of all scripts; marks have no place of their own.
    const letters = Array.from({ length: 0x20000 }, (_, codePoint) => codePoint)
      .filter(face.has)
      .map((codePoint) => String.fromCodePoint(codePoint))
      .filter((letter) => /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(letter))
      // Letters that are written as nothing.
      .filter((letter) => !/[\u115f\u1160\u2800\u3164\uffa0]/.test(letter))
      .filter((letter) =>
        !["□", ""].includes(cleanText(letter, (code) => face.has(code)))
      );
    // The bold face has the same letters in these, and text is slow to set.
    const drawn = letters.filter((letter) =>
      weight === "normal" || letter < "\u0600"
    );
    assert.ok(drawn.length > (weight === "normal" ? 4500 : 1000));
    const ink = await inkOf(drawn, weight);
    const bare = drawn.filter((_, i) => ink[i]! < 0.7);
    assert.deepEqual(bare, []);
  });
}

Deno.test("drawPng() shows what DejaVu lacks as a placeholder, never as a gap", async () => {
  const lacking = ["温", "セ", "🌡", "한", "ก", "\u202e", "\ue000"];
  const [box = NaN, blank = NaN, ...ink] = await inkOf(["□", "", ...lacking]);
  assert.ok(box > 15 && blank === 0, `${box} ${blank}`);
  assert.deepEqual(ink, lacking.map(() => box));
});

Deno.test("drawPng() writes what a picture says of itself, in any script", async () => {
  const long = "温度 – ".repeat(200);
  const png = await drawPng({
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>`,
    texts: [
      { keyword: "Title", text: "Größe <&> 🌡" },
      { keyword: "Description", text: long },
    ],
  });
  const chunks = await chunksOf(png);
  assert.deepEqual(
    chunks.map(({ type }) => type),
    ["IHDR", "pHYs", "PLTE", "iTXt", "iTXt", "IDAT", "IEND"],
  );
  // 192 dots an inch, so that it is shown in the SVG's size.
  const { data } = chunks[1]!;
  assert.equal(new DataView(data.buffer).getUint32(0), 7559);
  const [title, description] = chunks.slice(3, 5).map(({ data }) => data);
  assert.equal(decode(title!), "Title\0\0\0\0\0Größe <&> 🌡");
  const start = "Description\0\x01\0\0\0".length;
  assert.equal(
    decode(description!.subarray(0, start)),
    "Description\0\x01\0\0\0",
  );
  assert.equal(decode(await inflated(description!.subarray(start))), long);
});

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

async function inflated(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([new Uint8Array(bytes)]).stream()
    .pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Reads chunks; pngjs checks their sums. */
function chunksOf(png: Uint8Array) {
  PNG.sync.read(Buffer.from(png));
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const chunks: { type: string; data: Uint8Array<ArrayBuffer> }[] = [];
  for (let at = 8; at < png.length;) {
    const length = view.getUint32(at);
    const type = decode(png.subarray(at + 4, at + 8));
    chunks.push({
      type,
      data: new Uint8Array(png.subarray(at + 8, at + 8 + length)),
    });
    at += 12 + length;
  }
  return chunks;
}

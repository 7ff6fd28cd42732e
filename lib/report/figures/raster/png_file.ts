import { deflateSync } from "node:zlib";
import type { IndexedImage } from "./few_colors.ts";

/** What a PNG says of itself. */
export interface PngText {
  /** What kind of text it is, such as `Title`; Latin letters. */
  readonly keyword: string;
  /** Any text. */
  readonly text: string;
}

/** What is written beside the image. */
export interface PngOptions {
  /** Dots that are as wide as a CSS pixel, so that programs show it in its size. */
  readonly scale: number;
  /** What it says of itself. */
  readonly texts: readonly PngText[];
}

const utf8 = new TextEncoder();

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** CSS pixels a metre: 96 an inch. */
const PIXELS_A_METRE = 96 / 0.0254;

/** Longer texts are compressed. */
const LONG = 400;

/** The slowest level makes files smaller by a tenth, in four times the time. */
const LEVEL = 6;

/**
 * Writes an image with a palette as a PNG file.
 *
 * @param image The image.
 * @param options Its scale and its texts.
 * @returns The file.
 */
export function toPng(
  { width, height, palette, indices }: IndexedImage,
  { scale, texts }: PngOptions,
): Uint8Array {
  const isSmall = palette.length <= 3 * 16;
  const dotsAMetre = Math.round(scale * PIXELS_A_METRE);
  return joined([
    Uint8Array.from(SIGNATURE),
    chunk("IHDR", [
      ...[...word(width), ...word(height)],
      // Bits a dot, with a palette, deflated, no filter of its own, not interlaced.
      ...[isSmall ? 4 : 8, 3, 0, 0, 0],
    ]),
    chunk("pHYs", [...word(dotsAMetre), ...word(dotsAMetre), 1]),
    chunk("PLTE", palette),
    ...texts.map(({ keyword, text }) => chunk("iTXt", textOf(keyword, text))),
    chunk(
      "IDAT",
      deflateSync(isSmall ? halved(indices, width) : rows(indices, width), {
        level: LEVEL,
      }),
    ),
    chunk("IEND", []),
  ]);
}

/** Rows, each after a byte that says that it is not filtered. */
function rows(indices: Uint8Array, width: number): Uint8Array {
  const height = indices.length / width;
  const bytes = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y++) {
    const row = indices.subarray(y * width, (y + 1) * width);
    bytes.set(row, y * (width + 1) + 1);
  }
  return bytes;
}

/** The same with two dots a byte, the left one in the upper half. */
function halved(indices: Uint8Array, width: number): Uint8Array {
  const height = indices.length / width;
  const length = 1 + Math.ceil(width / 2);
  const bytes = new Uint8Array(length * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const place = indices[y * width + x]!;
      bytes[y * length + 1 + (x >> 1)]! |= x % 2 === 0 ? place << 4 : place;
    }
  }
  return bytes;
}

/** Keyword, how it is compressed, no language, no translated keyword, the text. */
function textOf(keyword: string, text: string): Uint8Array {
  const bytes = utf8.encode(text.toWellFormed());
  const isLong = bytes.length > LONG;
  return joined([
    utf8.encode(keyword),
    Uint8Array.of(0, isLong ? 1 : 0, 0, 0, 0),
    isLong ? deflateSync(bytes, { level: 9 }) : bytes,
  ]);
}

function chunk(type: string, data: ArrayLike<number>): Uint8Array {
  const body = joined([utf8.encode(type), Uint8Array.from(data)]);
  return joined([
    Uint8Array.from(word(data.length)),
    body,
    Uint8Array.from(word(checksum(body))),
  ]);
}

function word(value: number): number[] {
  return [24, 16, 8, 0].map((shift) => value >>> shift & 255);
}

/** CRC-32, as PNG has it (ISO 3309). */
function checksum(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = sum >>> 8 ^ CHECKS[(sum ^ byte) & 255]!;
  return ~sum >>> 0;
}

const CHECKS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let check = byte;
  for (let bit = 0; bit < 8; bit++) {
    check = check & 1 ? 0xedb88320 ^ check >>> 1 : check >>> 1;
  }
  return check;
});

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

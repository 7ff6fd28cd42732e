/** Numbers that differ by less than this share of their size are near. */
const SHARE = 0.02;

/** Chart units by which a place may differ. */
const PLACE = 1.5;

/** Shapes of a chart may differ by this share of their number, and by two. */
const SHAPES = 0.05;

const NUMBER = /\d+(?:,\d{3})*(?:\.\d+)?(?:e[-+]?\d+)?/g;

/** In a chart a comma stands between two places. */
const COORDINATE = /-?\d+(?:\.\d+)?/g;

/** Names of versions, hashes of what was trained. */
const HASH = /\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{12,64}\b/g;

/**
 * Tells whether two texts say the same: all words equal, and each number within
 * 2 % or one of its last decimal digit.
 *
 * @param one A text.
 * @param other Another.
 * @returns Whether they do.
 *
 * @example Usage
 * ```ts
 * import { sameText } from "./same_text.ts";
 * import assert from "node:assert/strict";
 *
 * assert.ok(sameText("peak 9.2 at 04:13", "peak 9.1 at 04:13"));
 * assert.ok(!sameText("6 incidents", "7 incidents"));
 * ```
 */
export function sameText(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => text.replace(HASH, "#"));
  if (a?.replace(NUMBER, "#") !== b?.replace(NUMBER, "#")) return false;
  const numbers = b?.match(NUMBER) ?? [];
  return (a?.match(NUMBER) ?? []).every((text, i) => near(text, numbers[i]));
}

/**
 * Tells whether two charts show the same: the same texts, about as many shapes
 * of each kind, and nearly all places within 1.5 units where there are as many.
 *
 * @param one A chart as SVG.
 * @param other Another.
 * @returns Whether they do.
 */
export function sameSvg(one: string, other: string): boolean {
  const [texts, others] = [one, other].map(textsIn);
  if (!texts || !others || !sameText(texts, others)) return false;
  const [shapes, otherShapes] = [one, other].map(shapesIn);
  for (
    const tag of new Set([
      ...shapes?.keys() ?? [],
      ...otherShapes?.keys() ?? [],
    ])
  ) {
    const [a, b] = [shapes?.get(tag) ?? 0, otherShapes?.get(tag) ?? 0];
    if (Math.abs(a - b) > 2 + SHAPES * Math.max(a, b)) return false;
  }
  const [places = [], otherPlaces = []] = [one, other].map((svg) =>
    svg.match(COORDINATE)?.map(Number) ?? []
  );
  if (places.length !== otherPlaces.length) return true;
  const off = places.filter((place, i) => {
    const distance = Math.abs(place - (otherPlaces[i] ?? NaN));
    return !(distance <= Math.max(PLACE, SHARE * Math.abs(place)));
  });
  return off.length <= SHAPES * places.length;
}

function near(one: string, other = ""): boolean {
  if (one === other) return true;
  const [a, b] = [one, other].map((text) => Number(text.replaceAll(",", "")));
  const [, decimals = ""] = /\.(\d+)/.exec(one) ?? [];
  const unit = decimals === "" ? 0 : 1.01 * 10 ** -decimals.length;
  const size = Math.max(Math.abs(a ?? NaN), Math.abs(b ?? NaN));
  return Math.abs((a ?? NaN) - (b ?? NaN)) <= Math.max(unit, SHARE * size);
}

function textsIn(svg: string): string {
  return [...svg.matchAll(/>([^<]+)</g)].map(([, text]) => text).join("\n");
}

function shapesIn(svg: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [, tag = ""] of svg.matchAll(/<(\w+)/g)) {
    counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return counts;
}

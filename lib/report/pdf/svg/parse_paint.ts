import { color as parseColor } from "d3";

import type { Paint } from "./drawing.ts";

/**
 * Reads a colour of an SVG.
 *
 * @param text Such as `#1f77b4`, `steelblue`, `rgb(0 0 0 / 50%)`,
 *   `currentColor` or `var(--line, red)`, which is its fallback.
 * @param current What `currentColor` stands for, not itself `currentColor`.
 * @returns The colour with its own opacity, or `null` for no paint, as also for
 *   what is not understood.
 *
 * @example Usage
 * ```ts
 * import { parsePaint } from "@lib/report/pdf/svg/parse_paint.ts";
 * import assert from "node:assert/strict";
 *
 * const red = { color: [1, 0, 0], opacity: 1 };
 * assert.deepEqual(parsePaint("currentColor", "red"), red);
 * assert.equal(parsePaint("none", "red"), null);
 * ```
 */
export function parsePaint(text: string, current: string): Paint | null {
  const fallback = /^var\([^,)]*,?([^]*)\)$/.exec(text.trim())?.[1];
  if (fallback !== undefined) return parsePaint(fallback, current);
  const name = text.trim();
  const isCurrent = name.toLowerCase() === "currentcolor";
  if (isCurrent && current.toLowerCase() === "currentcolor") return null;
  // d3 has no types here; this is what its documentation promises.
  const parsed: Rgba | undefined = parseColor(isCurrent ? current : name)
    ?.rgb();
  if (!parsed || Number.isNaN(parsed.r)) return null;
  const { r, g, b, opacity } = parsed;
  return { color: [part(r), part(g), part(b)], opacity: share(opacity) };
}

interface Rgba {
  readonly r: number;
  readonly g: number;
  readonly b: number;
  readonly opacity: number;
}

function part(value: number): number {
  return share(value / 255);
}

function share(value: number): number {
  return Math.min(1, Math.max(0, value));
}

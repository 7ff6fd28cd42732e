import type { SeverityShape } from "../document.ts";

/** Shapes in a square of 12; they differ without colour too. */
const SHAPES: Readonly<Record<SeverityShape, string>> = {
  critical: '<path d="M6 0L12 6L6 12L0 6Z"/>',
  major: '<path d="M6 1L12 11.5H0Z"/>',
  minor: '<circle cx="6" cy="6" r="4" fill="none" stroke-width="2.4"/>',
  outage:
    '<path d="M1.5 1.5H10.5V10.5H1.5ZM1.5 10.5L10.5 1.5" fill="none" stroke-width="2"/>',
};

/**
 * Draws the shape of a severity: a diamond, a triangle, a ring, and a crossed
 * square for an outage. The word stands beside it, so it has no name of its own.
 *
 * @param shape The severity.
 * @returns An SVG element as HTML, as high as the text.
 */
export function severitySvg(shape: SeverityShape): string {
  return `<svg class="severity ${shape}" viewBox="0 0 12 12" aria-hidden="true">${
    SHAPES[shape]
  }</svg>`;
}

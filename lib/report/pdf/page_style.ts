/**
 * The looks of the printed report: one place for sizes and colours.
 *
 * @module
 */

/** Red, green and blue, each in [0, 1]. */
export type Rgb = readonly [number, number, number];

/** Width and height of A4 in points. */
export const PAGE = { width: 595.28, height: 841.89 } as const;

/** Where content may stand on a page, in points from its upper left corner. */
export const CONTENT = {
  left: 40,
  right: PAGE.width - 40,
  top: 44,
  bottom: PAGE.height - 52,
} as const;

/** Points from the left edge of the content to its right edge. */
export const CONTENT_WIDTH = CONTENT.right - CONTENT.left;

/** Points from the upper edge of the content to its lower edge. */
export const CONTENT_HEIGHT = CONTENT.bottom - CONTENT.top;

/** Points between two columns. */
export const COLUMN_GAP = 12;

/** Distance between baselines, relative to the text size. */
export const LINE_HEIGHT = 1.4;

/** Text sizes in points. */
export const TEXT_SIZE = {
  title: 20,
  subtitle: 10.5,
  verdict: 12,
  key: 15,
  chapter: 14,
  part: 11,
  body: 9,
  caption: 8,
  source: 6.5,
  footer: 7,
} as const;

/** Colours by what they mean. */
export const COLOR = {
  ink: [0.11, 0.12, 0.15],
  muted: [0.38, 0.4, 0.45],
  link: [0.05, 0.31, 0.6],
  rule: [0.82, 0.84, 0.87],
  headerFill: [0.92, 0.93, 0.95],
  stripeFill: [0.97, 0.975, 0.98],
  noteFill: [1, 0.96, 0.87],
  noteBar: [0.87, 0.58, 0.11],
} as const satisfies Record<string, Rgb>;

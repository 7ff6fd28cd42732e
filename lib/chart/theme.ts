/** What charts stand on: a page, light or dark. */
export const GROUNDS = { light: "#ffffff", dark: "#14181d" } as const;

/**
 * Hues that have a contrast of at least 3:1 on both {@linkcode GROUNDS}, and that
 * people with any kind of colour blindness can tell apart (after Okabe & Ito,
 * "Color Universal Design", 2008). Text is never coloured: it takes the ink of
 * its surroundings, `currentColor`.
 */
export const HUES = {
  /** What was measured. */
  actual: "#1f7fc4",
  /** What was expected, and its band. */
  expected: "#0a9472",
  /** What is outside, and incidents. */
  alarm: "#d55e00",
  /** Outages and what has no value. */
  missing: "#7b8591",
} as const;

/**
 * Classes of error over a feature's own threshold. Those below it are tints of
 * the ink, so that they stay quiet on white and on dark; those above it differ
 * in height and lightness as well as in hue.
 */
export const ERROR_CLASSES: readonly ErrorClass[] = [
  {
    from: 0,
    color: "currentColor",
    opacity: 0.07,
    height: 1,
    label: "below 0.5",
  },
  {
    from: 0.5,
    color: "currentColor",
    opacity: 0.22,
    height: 1,
    label: "0.5–1",
  },
  {
    from: 1,
    color: "#c27a00",
    opacity: 1,
    height: 0.5,
    label: "1–2 × own threshold",
  },
  { from: 2, color: "#d55e00", opacity: 1, height: 0.75, label: "2–5" },
  { from: 5, color: "#d0245f", opacity: 1, height: 1, label: "5 and above" },
];

/** A range of errors that share a colour. */
export interface ErrorClass {
  /** Smallest error of the class. */
  readonly from: number;
  /** Its tile's colour. */
  readonly color: string;
  /** Its tile's opacity, in [0, 1]. */
  readonly opacity: number;
  /** Share of its row's height that its tile takes, from the bottom. */
  readonly height: number;
  /** Its range in words. */
  readonly label: string;
}

/** Width of a chart in its own units, which are CSS pixels at full size. */
export const CHART_WIDTH = 860;

/** Width of a chart of which two stand beside each other, as on paper. */
export const NARROW_WIDTH = 424;

/** What a panel over time keeps free beside its frame, in chart units. */
export const PANEL_SIDES = { left: 58, right: 20 } as const;

/** Font size of all text in a chart, in chart units. */
export const FONT_SIZE = 11;

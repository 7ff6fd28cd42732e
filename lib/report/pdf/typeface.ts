/** A font as the layout sees it. */
export interface Typeface {
  /** Tells whether there is a glyph for a code point. */
  has(codePoint: number): boolean;
  /** Measures text at a size; both in points. */
  width(text: string, size: number): number;
}

/** The weights that a report uses. */
export interface Typefaces {
  /** Running text. */
  readonly regular: Typeface;
  /** Headings and table headers. */
  readonly bold: Typeface;
}

/** Name of one of the {@linkcode Typefaces}. */
export type Weight = keyof Typefaces;

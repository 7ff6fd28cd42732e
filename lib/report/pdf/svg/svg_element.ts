/** An element of an SVG as plain values. */
export interface SvgElement {
  /** Such as `path` or `clipPath`. */
  readonly tag: string;
  /** Attributes, with the properties of the `style` attribute over them. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Elements and texts in order. */
  readonly children: readonly (SvgElement | string)[];
}

import { JSDOM } from "jsdom";

/**
 * Reads SVG text strictly, as XML; text that is not well-formed throws.
 *
 * @param text A whole SVG.
 * @returns Its root element.
 */
export function readSvg(text: string): Element {
  const dom = new JSDOM(text, { contentType: "image/svg+xml" });
  const root: Element = dom.window.document.documentElement;
  return root;
}

/**
 * Collects what a chart says.
 *
 * @param text A whole SVG.
 * @returns The texts in the order in which they are drawn, lines apart by a space.
 */
export function svgTexts(text: string): string[] {
  return [...readSvg(text).querySelectorAll("text")].map((element) =>
    element.children.length > 0
      ? [...element.children].map((line) => line.textContent).join(" ")
      : element.textContent ?? ""
  );
}
